using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What a language's lists say about the parts of a written word.</summary>
internal sealed class WordParts
{
    private const int LongestAffix = 8;

    private readonly Dictionary<string, (int At, HashSet<string>? Before)> _cuts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _affixes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _affix;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wholeWord;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _unit;

    public WordParts(Language language)
    {
        foreach (var (word, row) in language.Table("word-parts.tsv"))
            _cuts[word] = (row[0].IndexOf(' ', StringComparison.Ordinal), row.Length > 1 ? new(row[1].Split(' '), StringComparer.Ordinal) : null);
        foreach (var (part, row) in language.Table("hyphen-parts.tsv"))
            _ = row[0] switch
            {
                "prefix" => _affixes.Add(part + "-"),
                "suffix" => _affixes.Add("-" + part) && _affixes.Add("-" + part + "s"),
                _ => _whole.Add(part),
            };
        _affix = _affixes.GetAlternateLookup<ReadOnlySpan<char>>();
        _wholeWord = _whole.GetAlternateLookup<ReadOnlySpan<char>>();
        _unit = new HashSet<string>(language.Words("written-units.txt"), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A word written to the one before it, with an apostrophe.</summary>
    public static bool IsClitic(string norm) => norm is "'s" or "n't" or "'re" or "'ve" or "'ll" or "'d" or "'m";

    /// <summary>Length of the first of two words written as one ("can" in "cannot"); 0 where it is one word.</summary>
    public int Cut(string norm, string next) =>
        norm.Length is > 1 and < 12 && _cuts.TryGetValue(norm, out var cut) && cut.Before?.Contains(next) is not false ? cut.At : 0;

    /// <summary>Telephone and postal numbers, dates, part numbers, addresses, sounds.</summary>
    public bool StaysWhole(ReadOnlySpan<char> word)
    {
        if (_wholeWord.Contains(word) || word.ContainsAny('@', '/', '#') || word.ContainsAny('_', '%') || IsFile(word))
            return true;
        return IsNumbered(word);
    }

    /// <summary>True where the hyphen joins a part that is no word: "co-" or "-wise".</summary>
    public bool Holds(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        Span<char> part = stackalloc char[LongestAffix + 2];
        if (before.Length is > 0 and <= LongestAffix && after.Length > 0)
        {
            before.CopyTo(part);
            part[before.Length] = '-';
            // X-ray and U-turn are compounds; e-mail is written with either letter
            if (_affix.Contains(part[..(before.Length + 1)]))
                return before.Length > 1 || (before[0] | 0x20) == 'e';
        }
        if (after.Length is > 0 and <= LongestAffix)
        {
            part[0] = '-';
            after.CopyTo(part[1..]);
            return _affix.Contains(part[..(after.Length + 1)]);
        }
        return false;
    }

    /// <summary>Where a number and the unit or number sign written to it part ("10km", "#3"); 0 where they do not.</summary>
    public int Seam(ReadOnlySpan<char> word)
    {
        if (word[0] is '#' && word.Length > 1 && Chars.IsDigit(word[1]))
            return 1;
        if (!Chars.IsDigit(word[0]))
            return 0;
        var i = 1;
        while (i < word.Length && (Chars.IsDigit(word[i]) || (word[i] is '.' or ',' or ':' && i + 1 < word.Length && Chars.IsDigit(word[i + 1]))))
            i++;
        return i < word.Length && _unit.Contains(word[i..]) ? i : 0;
    }

    private static bool IsFile(ReadOnlySpan<char> word)
    {
        var dot = word.LastIndexOf('.');
        return dot > 0 && word.Length - dot is > 2 and < 6 && !Chars.IsDigit(word[dot + 1]) && !word[(dot + 1)..].ContainsAny('-', '.');
    }

    /// <summary>Digits in groups that name and do not count: three groups or more, or two as a telephone number has them.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> word)
    {
        var groups = 1;
        var length = 0;
        var first = 0;
        foreach (var c in word)
        {
            if (c is '-')
            {
                first = groups == 1 ? length : first;
                groups++;
                length = 0;
            }
            else if (Chars.IsDigit(c))
            {
                length++;
            }
            else
            {
                return false;
            }
        }
        return groups > 2 || (first is 1 or 3 or 5 && length == 4);
    }
}
