using Readout.Languages;
using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>Reads whose views a page says it does not print: "The views expressed are not those of the Vask Times".</summary>
internal static class Views
{
    private static readonly Lazy<List<(string Opening, string Joint)>> Phrases = new(() => [.. Resource.Rows("self-references.tsv").Where(r => r[0] == "views").Select(r => (r[2], r[3]))]);

    /// <summary>The outlet's name; null where the block is no such notice.</summary>
    public static Span? Of(string text, Span block)
    {
        foreach (var (opening, joint) in Phrases.Value)
        {
            if (!text.AsSpan(block.Start, Math.Min(block.Length, 60)).Contains(opening, StringComparison.OrdinalIgnoreCase))
                continue;
            for (var at = text.LastIndexOf(joint, block.End - 1, block.Length, StringComparison.OrdinalIgnoreCase); at > block.Start;
                 at = text.LastIndexOf(joint, at - 1, at - block.Start, StringComparison.OrdinalIgnoreCase))
            {
                if (NamePhrase.At(text, at + joint.Length, block.End) is { Length: >= 3 } name)
                    return name;
            }
        }
        return null;
    }
}
