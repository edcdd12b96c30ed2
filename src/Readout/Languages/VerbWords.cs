namespace Readout.Languages;

/// <summary>What a verb tells about the day that a time beside it means (tense-words.tsv).</summary>
[Flags]
internal enum VerbKind { None = 0, Fixture = 1, Base = 2, Arrange = 4, Impose = 8, Accuse = 16, Prepare = 32, Ahead = 64 }

/// <summary>What tells the tense of a clause, lower case.</summary>
internal sealed class VerbWords
{
    private readonly HashSet<string> _irregularPast;
    private readonly HashSet<string> _notPast;
    private readonly Dictionary<string, VerbKind> _kinds = new(StringComparer.Ordinal);

    public VerbWords(Language language)
    {
        _irregularPast = language.Words("irregular-past.txt");
        _notPast = language.Words("not-past.txt");
        Plans = language.Words("plan-words.txt");
        ClauseBreaks = language.Words("clause-breaks.txt");
        foreach (var row in Resource.Rows($"{language.Folder}/tense-words.tsv"))
            _kinds[row[0]] = _kinds.GetValueOrDefault(row[0]) | Enum.Parse<VerbKind>(row[1], ignoreCase: true);
    }

    /// <summary>Words that look ahead before "to" or after "is": due, set, plans, scheduled.</summary>
    public HashSet<string> Plans { get; }

    /// <summary>Words that begin a new clause.</summary>
    public HashSet<string> ClauseBreaks { get; }

    public bool Is(string norm, VerbKind kind) => _kinds.TryGetValue(norm, out var known) && (known & kind) != VerbKind.None;

    /// <summary>A past form or a participle, as far as its letters tell.</summary>
    public bool IsPastForm(string norm) =>
        _irregularPast.Contains(norm)
        || (norm.Length > 3 && norm[^2] == 'e' && norm[^1] == 'd' && norm[^3] != 'e' && !_notPast.Contains(norm));
}
