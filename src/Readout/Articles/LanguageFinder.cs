using Readout.Languages;
using Readout.Text;

namespace Readout.Articles;

/// <summary>The language of the report, and the parts of it that are written in another.</summary>
internal static class LanguageFinder
{
    // A sample of some thousand letters is enough for certainty, if it is spread over the text.
    private const int Windows = 12;
    private const int WindowLength = 200;
    private const int MaxBlocks = 40;

    /// <summary>BCP 47 code of the language that most of the report is in; null where there is too little text.</summary>
    public static string? Find(Layout layout)
    {
        IReadOnlyList<int> blocks = layout.Body.Count > 0 ? layout.Body : [.. Enumerable.Range(0, Math.Min(layout.Blocks.Count, MaxBlocks))];
        var length = blocks.Sum(i => layout.Blocks[i].Block.Span.Length);
        var step = Math.Max(WindowLength, length / Windows);
        var tally = new LanguageTally();
        var declared = Declared(layout);
        var next = 0;       // where the next window starts, counted over the blocks laid end to end
        var before = 0;
        foreach (var index in blocks)
        {
            var span = layout.Blocks[index].Block.Span;
            while (next < before + span.Length)
            {
                var start = span.Start + next - before;
                var end = Math.Min(start + WindowLength, span.End);
                tally.Add(layout.Text.AsSpan(start, end - start));
                next = end == span.End ? Math.Max(next + step - WindowLength, before + span.Length) : next + step;
            }
            before += span.Length;
        }
        return tally.Decide(declared);
    }

    private static string? Declared(Layout layout) =>
        layout.FirstMetadata("html", "lang") is { } line ? LanguageIdentifier.OfTag(layout.Slice(line.Span)) : null;
}
