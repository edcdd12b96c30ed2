using Readout.Text;

namespace Readout.Annotations;

/// <summary>What words say of an event.</summary>
/// <param name="Sense">What they say.</param>
/// <param name="Opposite">What they would say where they are negated.</param>
/// <param name="Words">The words.</param>
/// <param name="Rule">Name of the rule that read them.</param>
internal readonly record struct EventSign(EventSense Sense, EventSense Opposite, Span Words, string Rule)
{
    /// <summary>What two words say together, the inner one nearer to the event: "hopes for an invitation" is a hope.</summary>
    public static EventSign Compose(EventSign inner, EventSign outer) => outer.Sense switch
    {
        EventSense.Said => inner with { Opposite = outer.Opposite },
        EventSense.Happened or EventSense.None or EventSense.Passes => inner,
        // "declined to say", "impossible to predict"
        EventSense.Denied when inner.Opposite is EventSense.OrNot or EventSense.Uncertain => outer with { Sense = EventSense.OrNot },
        EventSense.OrNot or EventSense.Uncertain when inner.Sense is EventSense.Planned or EventSense.Scheduled or EventSense.Mooted => outer,
        // "denied a report that the visit was cancelled": it stands
        // "failed to prevent the strike"
        EventSense.DidNotHappen when EventSenses.IsEnd(inner.Sense) => outer with { Sense = EventSense.Happened },
        EventSense.Denied when EventSenses.IsEnd(inner.Sense) => outer with { Sense = EventSense.Stands },
        EventSense.Mooted or EventSense.Possible or EventSense.Expected or EventSense.Willing or EventSense.Threatened or EventSense.Proposed when EventSenses.IsEnd(inner.Sense)
            => outer with { Sense = EventSense.Uncertain },
        EventSense.Agreed or EventSense.Planned or EventSense.Scheduled when EventSenses.IsEnd(inner.Sense) => inner,
        _ => outer,
    };

    /// <summary>Somebody denies what the sentence says of the event; the denying word itself is none of the event's governors.</summary>
    /// <param name="sign">What is said; null for plain words.</param>
    /// <param name="place">The event's own words.</param>
    public static EventSign Reject(EventSign? sign, Span place)
    {
        var denial = new EventSign(EventSense.Denied, EventSense.OrNot, sign?.Words ?? place, "rejected-report");
        return sign is { } inner ? Compose(inner, denial) : denial;
    }
}
