using System.Globalization;
using System.Text;
using Readout.Annotations;
using Readout.Languages;
using Readout.Text;

namespace Readout.Origins;

/// <summary>What a translation leaves as it is: a number by its digits, a name by its consonants, a day by its date.</summary>
/// <param name="Key">Equal in two languages, if all goes well.</param>
/// <param name="Span">Its first place in the text.</param>
/// <param name="IsName">A name; the others are numbers and days.</param>
internal readonly record struct Anchor(string Key, Span Span, bool IsName)
{
    /// <summary>Consonants of a name that are compared: endings differ from language to language, and by case.</summary>
    private const int Consonants = 4;

    private static readonly List<(string From, string To)> Letters =
        [.. Resource.Rows("transliteration.tsv").Select(r => (r[0], r[1])).OrderByDescending(r => r.Item1.Length)];

    /// <summary>A text's anchors in the order in which each stands there first.</summary>
    public static IReadOnlyList<Anchor> Of(Document document)
    {
        var anchors = new List<Anchor>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in document.Sentences.Where(s => !s.IsHeading))
        {
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                var token = document.Tokens[i];
                var key = token.Kind == TokenKind.Number ? Digits(token.Norm)
                    // A sentence's first word is capital by its place alone.
                    : token.Kind == TokenKind.Word && i > sentence.FirstToken && char.IsUpper(document.Text[token.Span.Start]) ? Skeleton(token.Norm) : null;
                if (key is not null && seen.Add(key))
                    anchors.Add(new Anchor(key, token.Span, token.Kind == TokenKind.Word));
            }
        }
        foreach (var time in document.Times.Where(t => t.When.IsDay))
        {
            var key = "@" + time.When.Earliest!.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            if (seen.Add(key))
                anchors.Add(new Anchor(key, time.Span, false));
        }
        return [.. anchors.OrderBy(a => a.Span)];
    }

    // One digit is in every text.
    private static string? Digits(string number)
    {
        var digits = new StringBuilder("#");
        foreach (var c in number.Where(char.IsDigit))
            digits.Append((char)('0' + (int)char.GetNumericValue(c)));
        return digits.Length < 3 ? null : digits.ToString();
    }

    private static string? Skeleton(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(char.ToLowerInvariant(c));
        foreach (var (from, to) in Letters)
            folded.Replace(from, to);
        var consonants = new StringBuilder("$");
        for (var i = 0; i < folded.Length && consonants.Length <= Consonants; i++)
        {
            if ("bdfghjklmnprstvz".Contains(folded[i], StringComparison.Ordinal) && folded[i] != consonants[^1])
                consonants.Append(folded[i]);
        }
        return consonants.Length < 4 ? null : consonants.ToString();
    }
}
