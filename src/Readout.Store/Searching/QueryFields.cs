using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>The fields a search may name.</summary>
public static class QueryFields
{
    /// <summary>Fields that hold words, and how much a word in them counts.</summary>
    public static IReadOnlyList<(string Name, double Weight, string Describes)> Words { get; } =
    [
        ("title", 4, "the headline"),
        ("body", 1, "the text"),
        ("outlet", 1, "who printed it"),
        ("author", 1, "who wrote it"),
        ("via", 1, "an agency or outlet it credits"),
        ("says", 1, "who says it"),
        ("about", 1, "a person or body it names"),
        ("place", 1, "a place it names"),
        ("event", 1, "a kind of event it tells of (meet, attack, sign)"),
    ];

    /// <summary>Fields that hold one value.</summary>
    public static IReadOnlyList<(string Name, string Describes)> Values { get; } =
    [
        ("lang", "its language (en, de)"),
        ("date", "its day: 2025-05-07, 2025-05, 2025-01..2025-07, 2025-05-01.."),
        ("status", "where a prospect stands (scheduled, conditional)"),
        ("modality", "what a claim claims to be (happened, planned, denied)"),
        ("independent", "independent texts that say so: 2, >=2, <3"),
        ("disputed", "yes or no: a dispute rests on it"),
        ("story", "the story it belongs to"),
        ("kind", "article, claim, quotation or prospect"),
        ("new", "yes: come in since you last looked"),
    ];

    public static bool IsWords(string name) => Words.Any(f => f.Name == name);

    public static bool IsValue(string name) => Values.Any(f => f.Name == name);

    /// <summary>The field whose name is nearest.</summary>
    internal static string Nearest(string name) =>
        Words.Select(f => f.Name).Concat(Values.Select(f => f.Name)).OrderBy(f => EditDistance.Between(f, name)).ThenBy(f => f, StringComparer.Ordinal).First();
}
