using System.Collections.Frozen;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>A type of the ontology: what a predicate of public affairs says happened.</summary>
/// <param name="Name">Its name ("sign"), that of the predicate class where there is one.</param>
/// <param name="Plover">The type of the PLOVER scheme it belongs to; null where that has none.</param>
/// <param name="Cameo">The root code of the CAMEO scheme; null where that has none.</param>
internal sealed record EventType(string Name, string? Plover, string? Cameo);

/// <summary>The ontology of events (docs/ontology.md).</summary>
internal static class EventTypes
{
    /// <summary>An event whose predicate is in no list: it goes by its lemma.</summary>
    public const string Open = "other";

    private static readonly Lazy<FrozenDictionary<string, EventType>> Types = new(() =>
        Resource.Rows("En/event-types.tsv").Select(row => new EventType(row[0], Known(row[1]), Known(row[2]))).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal));

    // Where a statement of what is to come lies, whatever it is that is to come.
    private static readonly Lazy<FrozenDictionary<string, string>> Roots = new(() =>
        Types.Value.Values.Where(t => t is { Plover: not null, Cameo: not null }).GroupBy(t => t.Plover!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(t => t.Cameo!).Min(StringComparer.Ordinal)!, StringComparer.Ordinal));

    /// <summary>All types, by name.</summary>
    public static IEnumerable<EventType> All => Types.Value.Values;

    /// <summary>The type of a name; null where the ontology has none.</summary>
    public static EventType? Of(string name) => Types.Value.GetValueOrDefault(name);

    /// <summary>The CAMEO root of a reading: its type's own, or that of the PLOVER type which the words around turned it into.</summary>
    public static string? Cameo(EventReading reading) =>
        Of(reading.Type) is { } own && own.Plover == reading.Plover ? own.Cameo : reading.Plover is { } plover ? Roots.Value.GetValueOrDefault(plover) : null;

    private static string? Known(string column) => column == "-" ? null : column;
}
