using Readout.Languages;

namespace Readout.Articles;

/// <summary>What a line of page furniture does to the text around it.</summary>
internal enum FurnitureKind
{
    None,

    /// <summary>Not the report, wherever it stands.</summary>
    Line,

    /// <summary>Not the report, and neither is what follows.</summary>
    End,
}

/// <summary>Phrases by which pages ask, sell, warn and point elsewhere; the lists are data.</summary>
internal static class Furniture
{
    private const int MaxEndWords = 8;
    private const int MaxLineWords = 28;

    private sealed record Lists(HashSet<string> Exact, HashSet<string> EndWhole, PhraseIndex End, PhraseIndex Line, PhraseIndex Any, HashSet<string> Consent);

    private static readonly Lazy<Lists> Loaded = new(Load);

    /// <summary>Tells whether a block is furniture by its words.</summary>
    /// <param name="norm">The block's words as <see cref="PhraseIndex.Normalize"/> gives them.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="endsSentence">True where the block ends like a sentence.</param>
    public static FurnitureKind KindOf(string norm, int words, bool endsSentence)
    {
        var lists = Loaded.Value;
        if (words <= MaxEndWords)
        {
            var bare = TrimCount(norm);
            if (lists.EndWhole.Contains(bare))
                return FurnitureKind.End;
            // "Related stories from Orlen" heads a list; "READ MORE: Ferry late" is one teaser, after which the text may go on.
            if (!endsSentence && lists.End.StartsWith(norm))
                return lists.Line.StartsWith(norm) || norm.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < norm.Length - 1 ? FurnitureKind.Line : FurnitureKind.End;
            if (lists.Exact.Contains(bare))
                return FurnitureKind.Line;
        }
        if (words <= MaxLineWords && lists.Line.StartsWith(norm))
            return FurnitureKind.Line;
        return lists.Any.Occurs(norm) || AsksConsent(norm, lists.Consent) ? FurnitureKind.Line : FurnitureKind.None;
    }

    // A cookie notice, however it is worded: it speaks of cookies, to the reader, about the site or the reader's choice.
    private static bool AsksConsent(string norm, HashSet<string> consent)
    {
        if (!norm.Contains("cookie", StringComparison.Ordinal))
            return false;
        var words = norm.Split(' ');
        return Array.Exists(words, w => w is "you" or "your") && words.Count(consent.Contains) >= 2;
    }

    // "Comments (3)", "2 comments", "Tags:" are the words they count or head.
    private static string TrimCount(string norm) => norm.Trim(' ', ':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static Lists Load()
    {
        var exact = new HashSet<string>(StringComparer.Ordinal);
        var endWhole = new HashSet<string>(StringComparer.Ordinal);
        var consent = new HashSet<string>(StringComparer.Ordinal);
        List<string> end = [], line = [], any = [];
        foreach (var row in Resource.Lines("En/furniture.txt").Concat(Resource.Lines("furniture-others.txt")))
        {
            var tab = row.IndexOf('\t', StringComparison.Ordinal);
            var phrase = row[(tab + 1)..];
            switch (row[..tab])
            {
                case "exact":
                    exact.Add(phrase);
                    break;
                case "consent":
                    consent.Add(phrase);
                    break;
                case "line":
                    line.Add(phrase);
                    break;
                case "any":
                    any.Add(phrase);
                    break;
                default:
                    // One common word heads a list only where it is the whole line.
                    endWhole.Add(phrase);
                    if (phrase.Contains(' ', StringComparison.Ordinal))
                        end.Add(phrase);
                    break;
            }
        }
        return new Lists(exact, endWhole, new PhraseIndex(end), new PhraseIndex(line), new PhraseIndex(any), consent);
    }
}
