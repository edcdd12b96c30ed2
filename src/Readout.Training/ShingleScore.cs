using System.Globalization;
using System.Text;

namespace Readout.Training;

/// <summary>
/// The score of the article-extraction benchmark (scrapinghub, 2020): multisets of four-token shingles, precision and
/// recall as means over pages, F1 of the two means.
/// </summary>
internal static class ShingleScore
{
    private const int Size = 4;

    /// <summary>Letters, digits, marks that join them and underscores, in runs; the tokens of the benchmark.</summary>
    public static List<string> Tokens(ReadOnlySpan<char> text)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsWord(text[i]))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..i].ToString());
                start = -1;
            }
        }
        return tokens;
    }

    // Python's \w: letters and numbers of any kind and the underscore; combining marks part words there.
    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    /// <summary>Shares of the true text that were found and of the given text that are right; null where the text is empty.</summary>
    public static (double? Precision, double? Recall) Compare(IReadOnlyList<string> truth, IReadOnlyList<string> given)
    {
        var wanted = Shingles(truth);
        int hits = 0, count = 0;
        foreach (var (shingle, number) in Shingles(given))
        {
            count += number;
            hits += Math.Min(number, wanted.GetValueOrDefault(shingle));
        }
        var total = wanted.Values.Sum();
        return (count == 0 ? null : (double)hits / count, total == 0 ? null : (double)hits / total);
    }

    /// <summary>F1 of the mean precision and the mean recall over pages.</summary>
    public static (double F1, double Precision, double Recall) Mean(IEnumerable<(double? Precision, double? Recall)> pages)
    {
        var all = pages.ToList();
        var precision = all.Where(p => p.Precision is not null).Select(p => p.Precision!.Value).DefaultIfEmpty().Average();
        var recall = all.Where(p => p.Recall is not null).Select(p => p.Recall!.Value).DefaultIfEmpty().Average();
        return (precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), precision, recall);
    }

    private static Dictionary<string, int> Shingles(IReadOnlyList<string> tokens)
    {
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        var key = new StringBuilder();
        for (var i = 0; i < Math.Max(1, tokens.Count - Size + 1) && i < tokens.Count; i++)
        {
            key.Clear();
            for (var j = i; j < Math.Min(tokens.Count, i + Size); j++)
                key.Append(tokens[j]).Append(' ');
            var shingle = key.ToString();
            shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        }
        return shingles;
    }
}
