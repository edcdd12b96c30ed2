namespace Readout.Languages;

/// <summary>What words beside a date say that it is the date of.</summary>
internal enum StampLabel { None, Published, Modified, Other }

/// <summary>Words that label dates, in many languages: "published", "last updated", "member since".</summary>
internal static class StampLabels
{
    private static readonly Lazy<Dictionary<char, List<(string Phrase, StampLabel Label)>>> Loaded = new(Load);

    /// <summary>The label in a stretch of text that stands nearest to its end, and where in the stretch it ends.</summary>
    public static (StampLabel Label, int End) Last(ReadOnlySpan<char> text)
    {
        var found = (StampLabel.None, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i) is { Length: > 0 } match)
            {
                found = (match.Label, i + match.Length);
                i += match.Length - 1;
            }
        }
        return found;
    }

    /// <summary>The first label in a stretch of text, and where in the stretch it ends.</summary>
    public static (StampLabel Label, int End) First(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (At(text, i) is { Length: > 0 } match)
                return (match.Label, i + match.Length);
        }
        return default;
    }

    // A label begins where a word begins; in scripts that don't part their words, anywhere.
    private static (StampLabel Label, int Length) At(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsLetter(text[at]) || (at > 0 && text[at] < '\u0e00' && char.IsLetter(text[at - 1])) || !Loaded.Value.TryGetValue(char.ToLowerInvariant(text[at]), out var phrases))
            return default;
        foreach (var (phrase, label) in phrases)
        {
            if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return (label, phrase.Length);
        }
        return default;
    }

    private static Dictionary<char, List<(string Phrase, StampLabel Label)>> Load()
    {
        var labels = new Dictionary<char, List<(string Phrase, StampLabel Label)>>();
        foreach (var row in Resource.Rows("date-labels.tsv"))
        {
            var label = row[0] switch { "published" => StampLabel.Published, "modified" => StampLabel.Modified, _ => StampLabel.Other };
            if (!labels.TryGetValue(row[1][0], out var phrases))
                labels[row[1][0]] = phrases = [];
            phrases.Add((row[1], label));
        }
        foreach (var phrases in labels.Values)
            phrases.Sort((a, b) => b.Phrase.Length != a.Phrase.Length ? b.Phrase.Length - a.Phrase.Length : string.CompareOrdinal(a.Phrase, b.Phrase));
        return labels;
    }
}
