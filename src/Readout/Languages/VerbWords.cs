namespace Readout.Languages;

/// <summary>What tells the tense of a clause, lower case.</summary>
internal sealed class VerbWords(Language language)
{
    private readonly HashSet<string> _irregularPast = language.Words("irregular-past.txt");
    private readonly HashSet<string> _notPast = language.Words("not-past.txt");

    /// <summary>Words that look ahead before "to" or after "is": due, set, plans, scheduled.</summary>
    public HashSet<string> Plans { get; } = language.Words("plan-words.txt");

    /// <summary>Words that begin a new clause.</summary>
    public HashSet<string> ClauseBreaks { get; } = language.Words("clause-breaks.txt");

    /// <summary>A past form or a participle, as far as its letters tell.</summary>
    public bool IsPastForm(string norm) =>
        _irregularPast.Contains(norm)
        || (norm.Length > 3 && norm[^2] == 'e' && norm[^1] == 'd' && norm[^3] != 'e' && !_notPast.Contains(norm));
}
