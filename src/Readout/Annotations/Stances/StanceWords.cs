using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What stands with a word of stance.</summary>
/// <param name="HasObject">The object is what it is about.</param>
/// <param name="Words">Preposition, or particle and preposition: of the phrase behind the object, or of the phrase that is the content.</param>
/// <param name="Needed">The phrase must be there.</param>
/// <param name="Particle">The verb is one with this word: "rule out", "laid out"; null for none.</param>
internal sealed record StanceFrame(bool HasObject, string[] Words, bool Needed, string? Particle = null)
{
    public const string Infinitive = "inf";

    /// <summary>A second noun or adjective: "called it a shame".</summary>
    public const string Complement = "xc";

    public const string Clause = "that";

    public bool IsBare => Words.Length == 0;
}

/// <summary>A list of words of stance: by lemma, what they mean and what stands with them.</summary>
internal sealed class StanceWords
{
    private readonly Dictionary<string, List<(StanceKind Kind, StanceFrame[] Frames)>> _byLemma = new(StringComparer.Ordinal);

    private StanceWords(string list)
    {
        foreach (var row in Resource.Rows(list))
        {
            if (!_byLemma.TryGetValue(row[0], out var entries))
                _byLemma[row[0]] = entries = [];
            // the phrase that must be there first: "saw him as a friend" before "saw him"
            entries.Add((Enum.Parse<StanceKind>(row[1], ignoreCase: true), [.. row[2].Split(',').Select(Frame).OrderByDescending(f => f.Needed).ThenBy(f => f.IsBare)]));
        }
    }

    public static StanceWords Verbs { get; } = new("En/stance-verbs.tsv");

    public static StanceWords Nouns { get; } = new("En/stance-nouns.tsv");

    public static StanceWords Adjectives { get; } = new("En/stance-adjectives.tsv");

    /// <summary>Verbs that leave it to nobody; their frames are <c>passive</c>, <c>active</c> and <c>as</c>.</summary>
    public static StanceWords Impersonal { get; } = new("En/impersonal-verbs.tsv");

    /// <remarks>A lemma may have lost or gained an "e" ("underscor", "toute").</remarks>
    public IReadOnlyList<(StanceKind Kind, StanceFrame[] Frames)> Of(string lemma) =>
        _byLemma.TryGetValue(lemma, out var found) || _byLemma.TryGetValue(lemma + "e", out found) || (lemma.EndsWith('e') && _byLemma.TryGetValue(lemma[..^1], out found)) ? found : [];

    private static StanceFrame Frame(string text)
    {
        var needed = text.EndsWith('!');
        text = text.TrimEnd('!');
        if (text == "np")
            return new StanceFrame(true, [], false);
        if (text.StartsWith("np~", StringComparison.Ordinal))
            return new StanceFrame(true, [], true, text[3..]);
        return text.StartsWith("np+", StringComparison.Ordinal)
            ? new StanceFrame(true, text[3..].Split(' '), needed)
            : new StanceFrame(false, text.Split(' '), true);
    }
}
