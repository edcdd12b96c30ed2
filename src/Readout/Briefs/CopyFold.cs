using Readout.Stories;

namespace Readout.Briefs;

/// <summary>Puts near-copies that say the same under the first of them: readers need the words once.</summary>
internal sealed class CopyFold(Story story)
{
    private readonly Dictionary<string, string> _families = story.Families
        .SelectMany(f => f.Documents.Select(d => (d, f.Id)))
        .ToDictionary(x => x.d, x => x.Id, StringComparer.Ordinal);

    /// <summary>The first item of each text and value, in their order, with how many copies were folded into it.</summary>
    public IEnumerable<(T Item, int Copies)> Fold<T>(IEnumerable<T> items, Func<T, string> document, Func<T, string> value) =>
        items.GroupBy(i => (_families.GetValueOrDefault(document(i), document(i)), value(i)))
            .SelectMany(g => IsCopied(document(g.First())) ? [(g.First(), g.Select(document).Distinct(StringComparer.Ordinal).Count() - 1)] : g.Select(i => (i, 0)));

    /// <summary>What a label says of folded copies.</summary>
    public static string Words(int copies) => copies == 0 ? "" : copies == 1 ? "; and on 1 copy" : $"; and on {copies} copies";

    private bool IsCopied(string document) => _families.ContainsKey(document);
}
