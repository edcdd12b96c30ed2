using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>
/// A document with all its layers as a few bytes, so that reading a story again costs thousandths of a second a page. A snapshot is
/// derived: one that can't be read, or is of another version, is made again from the page's own bytes.
/// </summary>
public static class DocumentSnapshot
{
    /// <summary>Changes whenever the records it holds change (a test compares their shape).</summary>
    public const int Version = 2;


    /// <summary>The document's bytes.</summary>
    public static byte[] Write(Document document)
    {
        var to = new SnapshotWriter();
        to.Count(Version);
        // as a rule an id begins the hash, which is there anyway
        to.Word(document.Id == UsualId(document.Article.Page.Sha256) ? null : document.Id);
        ArticleSnapshot.Write(to, document.Article);
        LayerSnapshot.Write(to, document.Tokens, document.Text);
        LayerSnapshot.Write(to, document.Sentences);
        LayerSnapshot.Write(to, document.Words, document.Tokens, document.Text);
        LayerSnapshot.Write(to, document.Times);
        LayerSnapshot.Write(to, document.Quantities);
        LayerSnapshot.Write(to, document.Mentions);
        LayerSnapshot.Write(to, document.Entities);
        SpeechSnapshot.Write(to, document.Quotations);
        SpeechSnapshot.Write(to, document.Events);
        SpeechSnapshot.Write(to, document.OpenEvents);
        SpeechSnapshot.Write(to, document.Stances);
        ArticleSnapshot.Write(to, document.Upstream);
        PageSnapshot.Write(to, document.Diagnostics);
        to.Days(document.Anchor);
        to.Has(document.IsForeign);
        return Compression.PackWithLength(to.Written, Compression.Usual);
    }

    /// <summary>The document that the bytes hold.</summary>
    /// <exception cref="InvalidDataException">They hold none, or one of another version.</exception>
    public static Document Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(new SnapshotReader(Compression.UnpackWithLength(bytes)));
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The snapshot's bytes are broken.", e);
        }
    }

    /// <summary>The page's text alone.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no document, or one of another version.</exception>
    public static SourceText ReadText(ReadOnlySpan<byte> bytes)
    {
        var from = new SnapshotReader(Compression.UnpackWithLength(bytes));
        CheckVersion(from);
        from.WordOrNull();
        return PageSnapshot.ReadText(from);
    }

    /// <summary>The page and its report alone.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no document, or one of another version.</exception>
    public static Article ReadArticle(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var from = new SnapshotReader(Compression.UnpackWithLength(bytes));
            CheckVersion(from);
            from.WordOrNull();
            return ArticleSnapshot.Read(from);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The snapshot's bytes are broken.", e);
        }
    }

    private static string UsualId(string sha256) => "d" + sha256[..Math.Min(6, sha256.Length)];

    private static void CheckVersion(SnapshotReader from)
    {
        var version = from.Count();
        if (version != Version)
            throw new InvalidDataException($"The snapshot is of version {version}; this is version {Version}.");
    }

    private static Document Read(SnapshotReader from)
    {
        CheckVersion(from);
        var id = from.WordOrNull();
        var article = ArticleSnapshot.Read(from);
        var tokens = LayerSnapshot.Tokens(from, article.Page.Text);
        var sentences = LayerSnapshot.Sentences(from);
        var words = LayerSnapshot.Words(from, tokens, article.Page.Text);
        var times = LayerSnapshot.Times(from);
        var quantities = LayerSnapshot.Quantities(from);
        var mentions = LayerSnapshot.Mentions(from);
        var entities = LayerSnapshot.Entities(from);
        var quotations = SpeechSnapshot.Quotations(from);
        var events = SpeechSnapshot.Events(from);
        var open = SpeechSnapshot.Events(from);
        var stances = SpeechSnapshot.Stances(from);
        var upstream = ArticleSnapshot.Upstream(from);
        return new Document(id ?? UsualId(article.Page.Sha256), article, tokens, sentences, times, quantities, mentions, entities, quotations, events, upstream, PageSnapshot.Diagnostics(from))
        {
            OpenEvents = open,
            Words = words,
            Stances = stances,
            Anchor = from.Days(),
            IsForeign = from.Has(),
        };
    }
}
