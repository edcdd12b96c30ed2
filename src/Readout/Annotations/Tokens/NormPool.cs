using System.Text;

namespace Readout.Annotations;

/// <summary>Normal forms of tokens, each string made once; a thread's pages share them, until there are too many.</summary>
internal sealed class NormPool
{
    private const int MostForms = 30_000;
    private const int LongestOnStack = 64;

    [ThreadStatic]
    private static NormPool? _ofThread;

    private readonly Dictionary<string, string> _known = new(512, StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _keptLookup;

    public NormPool()
    {
        _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        _keptLookup = _kept.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The thread's pool; what is in it changes no answer, only what has to be made anew.</summary>
    public static NormPool OfThread()
    {
        if (_ofThread is null || _ofThread._known.Count + _ofThread._folded.Count + _ofThread._kept.Count > MostForms)
            _ofThread = new NormPool();
        return _ofThread;
    }

    public string Of(char c) => Of([c]);

    /// <summary>Lower case (invariant), straight quotes and hyphens, compatibility forms folded, invisible characters left out.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var norm))
            return norm;
        norm = word.Length <= LongestOnStack && Ascii.IsValid(word) ? FoldAscii(word) : Fold(word);
        _lookup.TryAdd(word, norm);
        return norm;
    }

    /// <summary>A norm without its accents, as <see cref="Lexicon.Fold"/> gives it.</summary>
    public string Folded(string norm)
    {
        if (Ascii.IsValid(norm))
            return norm;
        if (!_folded.TryGetValue(norm, out var folded))
            _folded[norm] = folded = Lexicon.Fold(norm);
        return folded;
    }

    /// <summary>The same characters as a string, made once.</summary>
    public string Kept(ReadOnlySpan<char> text)
    {
        if (_keptLookup.TryGetValue(text, out var kept))
            return kept;
        kept = text.ToString();
        _kept.Add(kept);
        return kept;
    }

    private static string FoldAscii(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestOnStack];
        for (var i = 0; i < word.Length; i++)
            folded[i] = word[i] is >= 'A' and <= 'Z' and var c ? (char)(c | 0x20) : word[i] is '`' ? '\'' : word[i];
        return new string(folded[..word.Length]);
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        var plain = true;
        var wellFormed = true;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c < 128)
            {
                folded.Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '`' ? '\'' : c);
                continue;
            }
            if (Chars.IsInvisible(c))
                continue;
            if (char.IsSurrogate(c))
            {
                var pair = i + 1 < word.Length && char.IsSurrogatePair(c, word[i + 1]);
                wellFormed &= pair;
                folded.Append(c);
                if (pair)
                    folded.Append(word[++i]);
                plain = false;
                continue;
            }
            var straight = Chars.IsApostrophe(c) ? '\'' : Chars.IsDoubleQuote(c) ? '"' : Chars.IsHyphen(c) || Chars.IsDash(c) ? '-' : c is 'İ' ? 'i' : c;
            plain &= straight < 128;
            folded.Append(straight);
        }
        if (plain)
            return folded.ToString();
        // Normalize throws on a lone surrogate; such a word keeps its characters.
        return wellFormed
            ? folded.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            : folded.ToString().ToLowerInvariant();
    }
}
