using NodaTime;

namespace Readout.Store.Searching;

/// <summary>
/// The number of a hit: its latest day, its kind and a count, so that the index holds hits by day, and the latest of a great many, those
/// of one kind or since a day are found without looking at any.
/// </summary>
internal static class HitId
{
    private const int CountBits = 24;
    private const int KindBits = 2;

    private static readonly LocalDate s_first = new(1, 1, 1);

    private static readonly string[] s_kinds = ["quotation", "claim", "prospect", "article"];

    /// <summary>The kinds of hits; of one day, the last comes first.</summary>
    public static IReadOnlyList<string> Kinds => s_kinds;

    /// <summary>The first number of a day and kind; there are <see cref="Room"/> of them.</summary>
    public static long First(LocalDate? day, string kind) => FirstOf(day) | (Code(kind) << CountBits);

    /// <summary>The first number of a day; 0 where it has none.</summary>
    public static long FirstOf(LocalDate? day) => day is { } d ? (long)Math.Max(1, Period.DaysBetween(s_first, d) + 1) << (CountBits + KindBits) : 0;

    /// <summary>How many hits of one kind a day can have.</summary>
    public static long Room => 1L << CountBits;

    public static string Kind(long id) => s_kinds[(id >> CountBits) & ((1 << KindBits) - 1)];

    /// <summary>Its latest day; null where it has none.</summary>
    public static LocalDate? Day(long id) => id >> (CountBits + KindBits) is > 0 and var day ? Date(day) : null;

    /// <summary>The day of such a number; they count from 1.</summary>
    public static LocalDate Date(long number) => s_first.PlusDays((int)number - 1);

    /// <summary>That a hit is of a kind, in SQL.</summary>
    /// <param name="id">What its number is called there.</param>
    public static string IsKind(string id, string kind) => FormattableString.Invariant($"(({id} >> {CountBits}) & {(1 << KindBits) - 1}) = {Code(kind)}");

    /// <summary>The number of its latest day, in SQL; <see cref="Date"/> says which that is.</summary>
    public static string DayOf(string id) => FormattableString.Invariant($"({id} >> {CountBits + KindBits})");

    private static long Code(string kind) => Array.IndexOf(s_kinds, kind) is >= 0 and var code ? code : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of hit.");
}
