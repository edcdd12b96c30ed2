using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>What a number is the value of, as the tree of its sentence has it: workers that were killed.</summary>
/// <param name="Governor">Class or lemma of the verb, noun or adjective that the number hangs on; null where it hangs on nothing that names one.</param>
/// <param name="Role">How it hangs there: <c>obj</c>, <c>nsubj</c>, <c>is</c>, a preposition, …</param>
/// <param name="Counted">Lemma of the counted noun; null for a bare number or amount.</param>
/// <param name="Kinds">Lemmas that tell which of the counted are meant ("relief" wells, "production" wells).</param>
/// <param name="Doers">Entities that have the number so; empty where the clause names none.</param>
/// <param name="Things">Lemmas of what has it so, where that is no known entity.</param>
/// <param name="Per">What it is counted by ("day", "barrel"); null for a plain number.</param>
/// <param name="When">Days that its clause names.</param>
/// <param name="Lasting">The length of time it covers, as TIMEX3 has it ("in the past three days"); null where none is named.</param>
/// <param name="IsFactual">False where it is planned, expected, possible or denied.</param>
internal sealed record Measure(
    string? Governor,
    string Role,
    string? Counted,
    IReadOnlySet<string> Kinds,
    IReadOnlySet<string> Doers,
    IReadOnlySet<string> Things,
    string? Per,
    DateRange When,
    string? Lasting,
    bool IsFactual)
{
    /// <summary>Where, as far as its clause says: ids of places, else lemmas ("at the yard").</summary>
    public IReadOnlySet<string> Where { get; init; } = new HashSet<string>();

    /// <summary>Lemmas that tell which of the things is meant ("trade" surplus).</summary>
    public IReadOnlySet<string> ThingKinds { get; init; } = new HashSet<string>();

    /// <summary>"Have died": counted up to the day of speaking.</summary>
    public bool IsPerfect { get; init; }

    /// <summary>True where nothing that either says of its number speaks against their being values of one thing.</summary>
    /// <param name="other">What the other number measures.</param>
    /// <param name="ignoresKinds">Only one may tell which are meant ("turnout was 61 percent", "48 percent of voters took part").</param>
    public bool Allows(Measure other, bool ignoresKinds = false) =>
        Per == other.Per && Lasting == other.Lasting && IsFactual && other.IsFactual
        && (Kinds.SetEquals(other.Kinds) || (ignoresKinds && (Kinds.Count == 0 || other.Kinds.Count == 0)))
        && (Where.Count == 0 || other.Where.Count == 0 || Where.Overlaps(other.Where))
        && (Doers.Count == 0 || other.Doers.Count == 0 || Doers.Overlaps(other.Doers));

    /// <summary>True where both hang on the same word in the same way, and count the same.</summary>
    public bool IsAs(Measure other) =>
        Governor is not null && Governor == other.Governor && Role == other.Role
        && (Counted is null || other.Counted is null || QuantitySlot.Kind(Counted) == QuantitySlot.Kind(other.Counted))
        && (Doers.Count + other.Doers.Count > 0 || Things.Count == 0 || other.Things.Count == 0 || Things.Overlaps(other.Things));
}
