using NodaTime;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>A time as the words give it, before the page's day is known.</summary>
/// <param name="First">First token of its words.</param>
/// <param name="End">Token after its last word.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Fixed">Its value where it needs no page date.</param>
/// <param name="From">Its value seen from a day; null where it needs none. Never falls as the day rises.</param>
/// <param name="Open">The underspecified value used while the page's day is unknown.</param>
/// <param name="Rule">Name of the rule.</param>
internal sealed record Reading(int First, int End, TimexType Type, Dated Fixed, Func<LocalDate, Dated>? From, string? Open, string Rule)
{
    /// <summary>Code added to the value: a part of the day or a time of the clock.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>True where the value was taken from another time that depends on the page.</summary>
    public bool Anchored { get; init; }

    /// <summary>False for what stands for no day of the story: "now", a duration.</summary>
    public bool IsReference { get; init; } = true;

    public static Reading Of(int first, int end, Dated dated, string rule) =>
        new(first, end, TimexType.Date, dated, null, null, rule);

    public static Reading Relative(int first, int end, string rule, string open, Func<LocalDate, Dated> from) =>
        new(first, end, TimexType.Date, Dated.Nothing, from, open, rule);

    public static Reading Plain(int first, int end, TimexType type, string? value, string rule) =>
        new(first, end, type, new Dated(value, DateRange.Unknown, Grain.None), null, null, rule) { IsReference = false };

    /// <summary>The value seen from the page's day, or from every day of the interval it lies in.</summary>
    public Dated Resolve(DateRange anchor)
    {
        if (From is null)
            return Fixed;
        var early = anchor.Earliest is { } first ? From(first) : Dated.Nothing;
        var late = anchor.Latest is { } last ? From(last) : Dated.Nothing;
        // Readings never fall as the day rises: where both ends agree, every day between them does.
        return anchor.IsBounded && early.Value is not null && early.Value == late.Value
            ? early
            : new Dated(Open, new DateRange(early.When.Earliest, late.When.Latest), Grain.None);
    }
}
