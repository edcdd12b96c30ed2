using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Readout.Languages;

/// <summary>A list of endings, each with the rule for it. Where a word has several, the longest counts, whether or not its rule lets it go.</summary>
internal sealed class Endings<TRule>
{
    private readonly Dictionary<string, TRule>.AlternateLookup<ReadOnlySpan<char>> _rules;
    private readonly SearchValues<char> _lastLetters;
    private readonly int _longest;

    /// <summary>Takes the endings in groups that share a rule, blanks between them.</summary>
    public Endings(params ReadOnlySpan<(TRule Rule, string Endings)> groups)
    {
        var rules = new Dictionary<string, TRule>(StringComparer.Ordinal);
        foreach (var (rule, endings) in groups)
        {
            foreach (var ending in endings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                rules.Add(ending, rule);
        }
        _rules = rules.GetAlternateLookup<ReadOnlySpan<char>>();
        _lastLetters = SearchValues.Create([.. rules.Keys.Select(e => e[^1])]);
        _longest = rules.Keys.Max(e => e.Length);
    }

    /// <summary>The longest ending of a text, by its length, and the rule for it.</summary>
    public bool Find(ReadOnlySpan<char> text, out int length, [MaybeNullWhen(false)] out TRule rule)
    {
        rule = default;
        length = 0;
        if (text.IsEmpty || !_lastLetters.Contains(text[^1]))
            return false;
        for (length = Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (_rules.TryGetValue(text[^length..], out rule))
                return true;
        }
        return false;
    }
}
