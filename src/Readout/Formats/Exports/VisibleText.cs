using System.Text;
using Readout.Text;

namespace Readout.Formats.Exports;

/// <summary>
/// What may be read of the texts of a record whose words are left out: nothing, or the words of its quotations. Then each
/// text keeps its length, a block standing for every character that is left out, so that places still fit.
/// </summary>
internal sealed class VisibleText
{
    public const char Block = '█';

    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    public VisibleText(RecordView record, bool keepQuotations, RedactedNames names)
    {
        if (!keepQuotations)
            return;
        var quotations = record.Root.Rows("quotations").ToLookup(q => q.Text("document") ?? "", q => q, StringComparer.Ordinal);
        foreach (var page in record.Pages)
            _texts[page.Id] = new SourceText(Masked(record, page.Id, quotations[page.Id], names));
    }

    /// <summary>The text of a page with blocks in it; null where nothing may be read.</summary>
    public string? Of(string document) => _texts.GetValueOrDefault(document)?.Value;

    /// <summary>True where everything that a printed sentence cites may be read.</summary>
    public bool Shows(Row sentence)
    {
        if (_texts.Count == 0)
            return false;
        var places = sentence.Rows("citations").ToList();
        return places.Count > 0 && places.TrueForAll(p => p.Text("document") is { } document && p.Pair("span") is { } span && IsWhole(document, span));
    }

    private bool IsWhole(string document, (int Start, int End) place) =>
        _texts.TryGetValue(document, out var text) && place.End <= text.CodePointLength && place.Start >= 0 && place.Start < place.End && !text.Slice(text.FromCodePoints(place.Start, place.End)).Contains(Block, StringComparison.Ordinal);

    private static string Masked(RecordView record, string document, IEnumerable<Row> quotations, RedactedNames names)
    {
        var text = record.Text(document)!;
        var shown = new bool[text.Length];
        foreach (var (start, end) in quotations.SelectMany(q => q.Pairs("content")).Where(p => p.Start >= 0 && p.Start <= p.End && p.End <= text.CodePointLength))
        {
            var span = text.FromCodePoints(start, end);
            shown.AsSpan(span.Start, span.Length).Fill(true);
        }
        foreach (var (start, length) in names.Places(text.Value))
            shown.AsSpan(start, length).Clear();
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // A pair of units is one code point, and so is the block for it.
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (shown[i])
                masked.Append(text.Value, i, isPair ? 2 : 1);
            else
                masked.Append(Block);
            i += isPair ? 1 : 0;
        }
        return masked.ToString();
    }
}
