namespace Readout.Stories.Streams;

/// <summary>Events that belong together over weeks.</summary>
/// <param name="Id">From its first text; steady as long as that text stays the first.</param>
/// <param name="Texts">Places of the texts of its own events, in the order in which they came in.</param>
/// <param name="AlsoTexts">Texts of events that are at home in another story and belong here too.</param>
public sealed record Storyline(string Id, IReadOnlyList<int> Texts, IReadOnlyList<int> AlsoTexts);
