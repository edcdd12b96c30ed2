using System.Buffers;
using Readout.Languages;
using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>
/// Finds the outlet in the report's own words: "she told the Vask Times", "our newspaper, the Vask Times". Others' interviews
/// are quoted too, so the name must be an outlet's and the only one that is spoken to.
/// </summary>
internal static class SelfReferences
{
    private const int MaxLength = 60;

    private static readonly Lazy<List<(string Kind, string Phrase)>> Phrases = new(() =>
        [.. Resource.Rows("self-references.tsv").Where(r => r[0] != "views").Select(r => (r[0], r[2]))]);

    private static readonly Lazy<SearchValues<string>> AnyPhrase = new(() => SearchValues.Create([.. Phrases.Value.Select(p => p.Phrase)], StringComparison.OrdinalIgnoreCase));

    private static readonly Lazy<HashSet<string>> Kinds = new(() => Resource.Set("outlet-words.txt"));

    private static readonly Lazy<HashSet<string>> Agencies = new(() =>
        Resource.Rows("En/outlets.tsv").Where(r => r.Length > 1 && r[1] == "agency").SelectMany(r => r[0].Split('|')).Select(n => PhraseIndex.Normalize(n)).ToHashSet(StringComparer.Ordinal));

    /// <summary>True for a name of a news agency, as it stands in the lists.</summary>
    public static bool IsAgency(ReadOnlySpan<char> name) => Agencies.Value.Contains(PhraseIndex.Normalize(name));

    /// <summary>True for the name of an agency or outlet: in the lists, or made like one ("Vask Press Agency").</summary>
    public static bool IsMedium(string text, Span name)
    {
        var words = PhraseIndex.Normalize(text.AsSpan(name.Start, name.Length));
        return Agencies.Value.Contains(words) || IsOutlet(text, name, words);
    }

    public static Sourced<string>? Find(Layout layout)
    {
        Span? found = null;
        string? name = null;
        foreach (var index in layout.Body)
        {
            // Few blocks hold any of the phrases; one look at each tells.
            var block = layout.Blocks[index].Block.Span;
            if (!layout.Text.AsSpan(block.Start, block.Length).ContainsAny(AnyPhrase.Value))
                continue;
            foreach (var (span, isOwn) in In(layout.Text, block))
            {
                var words = PhraseIndex.Normalize(layout.Text.AsSpan(span.Start, span.Length));
                if (isOwn)
                    return new Sourced<string>(layout.Folded(span), span, "outlet-self-reference");
                if (Agencies.Value.Contains(words) || !IsOutlet(layout.Text, span, words) || IsAnothers(layout.Text.AsSpan(span.End, block.End - span.End)))
                    continue;
                if (name is not null && name != words)
                    return null;        // two outlets were spoken to: either may be this one
                (found, name) = (found ?? span, words);
            }
        }
        return found is { } place ? new Sourced<string>(layout.Folded(place), place, "outlet-self-reference") : null;
    }

    // "told the Vask Herald, which first reported it": then it is not this page's outlet.
    private static bool IsAnothers(ReadOnlySpan<char> rest) =>
        rest.TrimStart(", ").StartsWith("which first ") || rest.TrimStart(", ").StartsWith("which broke ") || rest.TrimStart(", ").StartsWith("who first ");

    private static IEnumerable<(Span Name, bool IsOwn)> In(string text, Span block)
    {
        foreach (var (kind, phrase) in Phrases.Value)
        {
            for (var at = text.IndexOf(phrase, block.Start, block.Length, StringComparison.OrdinalIgnoreCase); at >= 0;
                 at = text.IndexOf(phrase, at + 1, block.End - at - 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at > block.Start && char.IsLetterOrDigit(text[at - 1]))
                    continue;
                var name = kind == "has" ? Before(text, block, at) : NamePhrase.At(text, at + phrase.Length, block.End);
                if (name is { Length: >= 3 and <= MaxLength } found)
                    yield return (found, kind == "own");
            }
        }
    }

    // "The Vask Times has learned": the capitalised words in front.
    private static Span? Before(string text, Span block, int end)
    {
        var start = end;
        while (start > block.Start)
        {
            var word = start - 1;
            while (word > block.Start && text[word - 1] is not (' ' or '\n' or '\u00a0'))
                word--;
            if (!char.IsUpper(text[word]) || text[start - 1] is '.' or ',' or ';' or ':')
                break;
            start = word;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end > start ? NamePhrase.At(text, start, end) : null;
    }

    private static bool IsOutlet(string text, Span name, string words) =>
        OutletDomains.IsName(text[name.Start..name.End]) || (words.Contains(' ', StringComparison.Ordinal) && words.Split(' ')[^1] is var last && Kinds.Value.Contains(last));
}
