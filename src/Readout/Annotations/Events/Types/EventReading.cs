namespace Readout.Annotations;

/// <summary>What a word and its arguments say happened.</summary>
/// <param name="Type">Type of the ontology.</param>
/// <param name="Plover">
/// PLOVER type with what the words around make of it: "will visit" is AGREE, "threatens to visit" THREATEN; null where the scheme has none.
/// </param>
/// <param name="Word">The word that names it: "talks" in "held talks".</param>
internal readonly record struct EventReading(string Type, string? Plover, int Word);
