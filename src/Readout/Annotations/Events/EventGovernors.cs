using System.Collections.Frozen;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What a governing word says of the event that hangs on it.</summary>
internal enum EventSense
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The event stands as its governor stands: "held a meeting".</summary>
    Passes,

    /// <summary>It came about: "managed to meet".</summary>
    Happened,

    /// <summary>Somebody reports it.</summary>
    Said,

    /// <summary>Whether it is so is left open: "did not say that …".</summary>
    OrNot,

    /// <summary>It may be so, of what is over as well as of what is to come: "reportedly met".</summary>
    Possible,
    Mooted, Proposed, Threatened, Willing, Expected, Planned, Agreed, Scheduled, UnderWay, Uncertain, NotYet, Postponed, Cancelled, DidNotHappen, Denied,

    /// <summary>Its end is denied: "denied that the visit was cancelled".</summary>
    Stands,
}

/// <summary>The list of words that say where the event that hangs on them stands (Karttunen 1971; Saurí and Pustejovsky 2009).</summary>
internal static class EventGovernors
{
    /// <summary>A row of the list.</summary>
    /// <param name="How">The ways an event may hang on it (see the list).</param>
    /// <param name="Sense">What it says.</param>
    /// <param name="Negated">What it says where it is negated.</param>
    public readonly record struct Entry(string How, EventSense Sense, EventSense Negated);

    private static readonly Lazy<FrozenDictionary<(string Lemma, char Kind), Entry[]>> s_entries = new(() =>
        Resource.Rows("En/event-governors.tsv")
            .GroupBy(row => (row[0], row[1] is "adv" ? 'r' : row[1][0]))
            .ToFrozenDictionary(g => g.Key, g => g.Select(row => new Entry(row[2], Sense(row[3]), Sense(row[4]))).ToArray()));

    private static readonly Lazy<FrozenSet<string>> s_firstWords = new(() =>
        s_entries.Value.Keys.Where(k => k.Lemma.Contains(' ', StringComparison.Ordinal)).Select(k => k.Lemma[..k.Lemma.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The list has the lemma with a particle or preposition.</summary>
    public static bool OpensPhrase(string lemma) => s_firstWords.Value.Contains(lemma);

    /// <summary>What a lemma says of an event that hangs on it in one way; null where the list does not have it.</summary>
    /// <param name="lemma">The lemma, with its particle or preposition where it has one.</param>
    /// <param name="kind">v(erb), a(djective), n(oun), r (adverb).</param>
    /// <param name="how">How the event hangs on it.</param>
    public static Entry? Of(string lemma, char kind, char how)
    {
        if (!s_entries.Value.TryGetValue((lemma, kind), out var entries))
            return null;
        foreach (var entry in entries)
        {
            if (entry.How.Contains(how, StringComparison.Ordinal))
                return entry;
        }
        return null;
    }

    /// <summary>"If" behind the word opens a question ("asked if", "unclear if", "did not say if"), not a condition.</summary>
    /// <param name="word">The word that the clause hangs on or follows.</param>
    /// <param name="isNegated">It is negated.</param>
    public static bool AsksWhether(Word word, bool isNegated) =>
        Of(word.Lemma, KindOf(word.Upos), 'c') is { } entry
        && (isNegated ? entry.Negated is EventSense.OrNot or EventSense.Uncertain : entry is { Sense: EventSense.OrNot or EventSense.Uncertain } or { Sense: EventSense.None, Negated: EventSense.OrNot });

    /// <summary>The letter of a part of speech in the list.</summary>
    public static char KindOf(Upos upos) => upos switch { Upos.Verb or Upos.Aux => 'v', Upos.Adj => 'a', Upos.Adv => 'r', _ => 'n' };

    /// <summary>The sense that the lists call by a name ("not-yet"); "-" is none.</summary>
    /// <exception cref="InvalidDataException">No sense is called so.</exception>
    public static EventSense Sense(string name) =>
        name is "-" ? EventSense.None
        : Enum.TryParse<EventSense>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var sense) ? sense
        : throw new InvalidDataException($"'{name}' is no sense of an event's governors.");
}
