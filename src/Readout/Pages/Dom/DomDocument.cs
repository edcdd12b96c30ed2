using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Readout.Pages.Dom;

/// <summary>
/// A page's tree, of as little as reading it takes: AngleSharp's parser builds it as its own, by the HTML Standard, without
/// the machinery of a browser's. Reading must end before it is disposed of.
/// </summary>
internal sealed class DomDocument : DomParent, IConstructableDocument, IDisposable
{
    // As a reader without scripts sees a page.
    internal static readonly HtmlParserOptions Options = new() { IsScripting = false, SkipComments = true, DisableElementPositionTracking = true };
    private static readonly IBrowsingContext Context = BrowsingContext.New(new Configuration([new DomFactory()]));

    private readonly TextSource? _source;
    private IDisposable? _builder;
    private bool _isMisplaced;

    public DomDocument(TextSource? source = null) => _source = source;

    /// <summary>The html element.</summary>
    public DomElement? Root { get; private set; }

    public DomElement? Body => Child(name => name is "body" or "frameset");

    /// <summary>The words of the first title element.</summary>
    public string? Title => Elements.FirstOrDefault(e => e.Kind.IsHtml && e.Name == "title")?.Text;

    /// <summary>The elements in the root, in the order of the markup.</summary>
    public IEnumerable<DomElement> Elements => Root?.Elements ?? [];

    protected override string NodeName => "#document";

    /// <summary>Parses markup.</summary>
    public static DomDocument Parse(HtmlMarkup markup)
    {
        // The builder knows tables and templates by AngleSharp's own classes: where they decide a node's place, it has to build those.
        if (markup.IsIntricate)
            return DomCopy.Of(markup.Text);
        var document = new HtmlParser(Options, Context).ParseDocument<DomDocument, DomElement>(new TextSource(new ReadOnlyMemoryTextSource(markup.Text)));
        if (!document._isMisplaced)
            return document;
        document.Dispose();
        return DomCopy.Of(markup.Text);
    }

    // What is out of place in a table has to stand before it; the builder does not find the table, and puts it here.
    public override void Add(DomNode node)
    {
        base.Add(node);
        if (node is not DomElement element)
            return;
        _isMisplaced |= Root is not null;
        Root ??= element;
    }

    public void Dispose() => _builder?.Dispose();

    private DomElement? Child(Func<string, bool> isWanted)
    {
        for (var node = Root?.First; node is not null; node = node.Next)
        {
            if (node is DomElement { Kind.IsHtml: true } element && isWanted(element.Name))
                return element;
        }
        return null;
    }

    TextSource IConstructableDocument.Source => _source!;

    IDisposable? IConstructableDocument.Builder
    {
        get => _builder;
        set => _builder = value;
    }

    QuirksMode IConstructableDocument.QuirksMode { get; set; }

    IConstructableElement? IConstructableDocument.Head => Child(name => name == "head");

    IConstructableElement IConstructableDocument.DocumentElement => Root!;

    bool IConstructableDocument.IsLoading => false;

    void IConstructableDocument.PerformMicrotaskCheckpoint() { }

    void IConstructableDocument.ProvideStableState() { }

    void IConstructableDocument.AddComment(ref StructHtmlToken token) { }

    void IConstructableDocument.TrackError(Exception exception) { }

    Task IConstructableDocument.WaitForReadyAsync(CancellationToken cancel) => Task.CompletedTask;

    Task IConstructableDocument.FinishLoadingAsync() => Task.CompletedTask;

    void IConstructableDocument.ApplyManifest() { }

    void IConstructableDocument.Clear() { }
}
