using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>The tokens of a sentence as the rules for times look at them; reading outside it gives nothing.</summary>
internal sealed class TimeCursor(SourceText text, IReadOnlyList<Token> tokens, Language language)
{
    public IReadOnlyList<Token> Tokens { get; } = tokens;

    public TimeWords Words { get; } = language.Times;

    public NumberWords Numbers { get; } = language.Numbers;

    public VerbWords Verbs { get; } = language.Verbs;

    /// <summary>First token of the sentence.</summary>
    public int Begin { get; private set; }

    /// <summary>Token after the sentence's last.</summary>
    public int End { get; private set; }

    public bool IsHeading { get; private set; }

    public void MoveTo(Sentence sentence) => (Begin, End, IsHeading) = (sentence.FirstToken, sentence.EndToken, sentence.IsHeading);

    public bool Has(int i) => i >= Begin && i < End;

    public string Norm(int i) => Has(i) ? Tokens[i].Norm : "";

    public bool IsNumber(int i) => Has(i) && Tokens[i].Kind is TokenKind.Number;

    public bool IsWord(int i) => Has(i) && Tokens[i].Kind is TokenKind.Word;

    public bool IsCapital(int i) => Has(i) && char.IsUpper(text[Tokens[i].Span.Start]);

    public ReadOnlySpan<char> Chars(int i) => text.Chars(Tokens[i].Span);

    /// <summary>True where the token follows the one before it without white space.</summary>
    public bool IsGlued(int i) => Has(i) && Has(i - 1) && Tokens[i].Span.Start == Tokens[i - 1].Span.End;

    public ReadNumber? NumberAt(int i) => Has(i) ? NumberReader.Read(Tokens, i, End, Numbers) : null;

    /// <summary>A plain year in digits, four of them.</summary>
    public int? YearAt(int i) =>
        IsNumber(i) && Norm(i) is { Length: 4 } n && n.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && n[0] is '1' or '2'
            ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>A whole number of at most so much, in digits or as an ordinal: "23", "23rd", "third".</summary>
    public int? SmallAt(int i, int most)
    {
        var norm = Norm(i);
        var digits = 0;
        while (digits < norm.Length && norm[digits] is >= '0' and <= '9')
            digits++;
        if (digits is 1 or 2)
        {
            var rest = norm[digits..];
            var value = int.Parse(norm[..digits], System.Globalization.CultureInfo.InvariantCulture);
            return value >= 1 && value <= most && rest is "" or "st" or "nd" or "rd" or "th" ? value : null;
        }
        return OrdinalAt(i) is { } ordinal && ordinal <= most ? ordinal : null;
    }

    /// <summary>An ordinal in words or digits.</summary>
    public int? OrdinalAt(int i)
    {
        var norm = Norm(i);
        if (Numbers.Ordinals.TryGetValue(norm, out var word))
            return (int)word;
        var hyphen = norm.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && Numbers.Cardinals.TryGetValue(norm[..hyphen], out var tens) && tens >= 20
            && Numbers.Ordinals.TryGetValue(norm[(hyphen + 1)..], out var unit) && unit < 10)
        {
            return (int)(tens + unit);
        }
        if (norm.Length is >= 3 and <= 5 && norm[0] is >= '1' and <= '9' && norm[^2..] is "st" or "nd" or "rd" or "th"
            && int.TryParse(norm[..^2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits))
        {
            return digits;
        }
        return null;
    }

    // The longest phrase of the lists has some 25 letters.
    private const int LongestPhrase = 48;

    /// <summary>The longest key of a table that stands here, words parted by single spaces.</summary>
    public (string Key, int End)? Phrase<T>(int i, Dictionary<string, T> table, int longest = 5)
    {
        var lookup = table.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> key = stackalloc char[LongestPhrase];
        var length = 0;
        (string, int)? found = null;
        for (var k = i; k < i + longest && Has(k); k++)
        {
            var norm = Tokens[k].Norm;
            if (length + norm.Length + 1 > LongestPhrase)
                break;
            if (k > i)
                key[length++] = ' ';
            norm.CopyTo(key[length..]);
            length += norm.Length;
            if (lookup.TryGetValue(key[..length], out var actual, out _))
                found = (actual, k + 1);
        }
        return found;
    }
}
