using System.Collections.Frozen;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>A row of the list: the type where all tests hold.</summary>
/// <param name="Type">Type of the ontology, or one of the operators of <see cref="EventFrames"/>.</param>
/// <param name="Tests">Each a choice.</param>
internal sealed record EventFrame(string Type, FrameTest[][] Tests);

/// <summary>The words of the ontology's types, by what stands with them in the tree.</summary>
internal static class EventFrames
{
    /// <summary>The clause that completes it says what happened: "said that it had signed".</summary>
    public const string Saying = "=say";

    /// <summary>Its noun or clause says what happened: "held talks", "began to march".</summary>
    public const string Doing = "=do";

    /// <summary>Its clause says what is to happen: "agreed to withdraw".</summary>
    public const string Intending = "=will";

    private static readonly Lazy<FrozenDictionary<string, EventFrame[]>> Verbs = new(() => Load("v"));
    private static readonly Lazy<FrozenDictionary<string, EventFrame[]>> Nouns = new(() => Load("n"));
    private static readonly Lazy<FrozenDictionary<string, EventFrame[]>> Adjectives = new(() => Load("a"));

    public static EventFrame[]? Verb(string lemma) => Verbs.Value.GetValueOrDefault(lemma);

    public static EventFrame[]? Noun(string lemma) => Nouns.Value.GetValueOrDefault(lemma);

    public static EventFrame[]? Adjective(string lemma) => Adjectives.Value.GetValueOrDefault(lemma);

    // Rows that ask for something stand before those that hold always.
    private static FrozenDictionary<string, EventFrame[]> Load(string kind)
    {
        var sets = Resource.Rows("En/event-frames.tsv").Where(r => r[0] == "set").ToDictionary(r => r[2], r => r[3].Split('|'), StringComparer.Ordinal);
        return Resource.Rows("En/event-frames.tsv")
            .Where(row => row[0] != "set" && row[1] == kind)
            .Select(row => (Lemmas: row[2], Frame: new EventFrame(row[0], row.Length > 3 ? [.. row[3].Split(' ').Select(t => FrameTest.Parse(t, sets))] : [])))
            .SelectMany(row => row.Lemmas.Split('|').Select(lemma => (Lemma: lemma, row.Frame)))
            .GroupBy(row => row.Lemma, row => row.Frame, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(f => f.Tests.Length == 0).ToArray(), StringComparer.OrdinalIgnoreCase);
    }
}
