using Readout.Pages;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>
/// A page among the bytes of a snapshot. The elements its blocks stand in are left out: only finding the article asks for them, and
/// that begins with the page's own bytes.
/// </summary>
internal static class PageSnapshot
{
    public static void Write(SnapshotWriter to, Page page)
    {
        to.Word(page.Path);
        to.Hash(page.Sha256);
        to.Count((int)page.MediaType);
        to.Text(page.Text.Value);
        to.List(page.Metadata, line =>
        {
            to.Word(line.Where);
            to.Word(line.Name);
            to.Span(line.Span);
            to.Count(line.Part);
        });
        to.Count(page.Blocks.Count);
        SnapshotWriter.Column(page.Blocks, b => to.Span(b.Span));
        SnapshotWriter.Column(page.Blocks, b => to.Count((int)b.Kind));
        SnapshotWriter.Column(page.Blocks, b => to.Count(b.Level));
        SnapshotWriter.Column(page.Blocks, b => to.Count(b.LinkLength));
        SnapshotWriter.Column(page.Blocks, b => to.Number(b.Container));
        Write(to, page.Diagnostics);
    }

    public static Page Read(SnapshotReader from) => new(
        from.Word(),
        from.Hash(),
        from.Enum<MediaType>(),
        new SourceText(from.Text()),
        from.List(() => new MetadataLine(from.Word(), from.Word(), from.Span()) { Part = from.Count() }),
        Blocks(from),
        Diagnostics(from));

    /// <summary>The text alone; what stands before it is passed over.</summary>
    public static SourceText ReadText(SnapshotReader from)
    {
        from.Word();
        from.Hash();
        from.Enum<MediaType>();
        return new SourceText(from.Text());
    }

    public static void Write(SnapshotWriter to, IReadOnlyList<Diagnostic> diagnostics) => to.List(diagnostics, d =>
    {
        to.Word(d.Code);
        to.Word(d.Message);
        to.Span(d.Span);
    });

    public static Diagnostic[] Diagnostics(SnapshotReader from) =>
        from.List(() => new Diagnostic(from.Word(), from.Word(), from.SpanOrNull()));

    private static Block[] Blocks(SnapshotReader from)
    {
        var count = from.Length();
        var spans = SnapshotReader.Column(count, from.Span);
        var kinds = SnapshotReader.Column(count, from.Enum<BlockKind>);
        var levels = SnapshotReader.Column(count, from.Count);
        var links = SnapshotReader.Column(count, from.Count);
        var containers = SnapshotReader.Column(count, from.Int);
        return [.. spans.Select((span, i) => new Block(span, kinds[i], levels[i], links[i], Element: null, containers[i]))];
    }
}
