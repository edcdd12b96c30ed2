namespace Readout.Annotations;

/// <summary>What the senses of governing words amount to.</summary>
internal static class EventSenses
{
    /// <summary>Which of two signs tells more: the lower. "May be postponed" is not merely possible.</summary>
    public static int Rank(EventSense sense) => sense switch
    {
        EventSense.Denied or EventSense.Stands => 0,
        EventSense.Cancelled => 1,
        EventSense.Postponed => 2,
        EventSense.DidNotHappen => 3,
        EventSense.OrNot or EventSense.Uncertain => 4,
        EventSense.UnderWay => 5,
        EventSense.NotYet => 5,
        EventSense.Threatened => 6,
        EventSense.Scheduled => 7,
        EventSense.Agreed => 8,
        EventSense.Planned => 9,
        EventSense.Expected => 10,
        EventSense.Willing => 11,
        EventSense.Proposed => 12,
        EventSense.Possible or EventSense.Mooted => 13,
        _ => 14,
    };

    /// <param name="sense">What is said of it.</param>
    /// <param name="isOver">It is told as past: what may have been is no prospect.</param>
    public static ProspectStatus? Status(EventSense sense, bool isOver) => sense switch
    {
        EventSense.Possible or EventSense.Mooted when isOver => null,
        EventSense.Possible or EventSense.Mooted or EventSense.Threatened => ProspectStatus.Mooted,
        EventSense.Proposed => ProspectStatus.Proposed,
        EventSense.Willing => ProspectStatus.Willing,
        EventSense.Expected or EventSense.Planned => ProspectStatus.Expected,
        EventSense.Agreed => ProspectStatus.Agreed,
        EventSense.Scheduled => ProspectStatus.Scheduled,
        EventSense.OrNot or EventSense.Uncertain => ProspectStatus.Uncertain,
        EventSense.NotYet => ProspectStatus.NotYet,
        EventSense.Postponed => ProspectStatus.Postponed,
        EventSense.Cancelled => ProspectStatus.Cancelled,
        EventSense.DidNotHappen => ProspectStatus.DidNotHappen,
        EventSense.UnderWay => ProspectStatus.UnderWay,
        EventSense.Denied => ProspectStatus.Denied,
        _ => null,
    };

    public static Modality Modality(EventSense sense) => sense switch
    {
        EventSense.Threatened => Annotations.Modality.Threatened,
        EventSense.Planned or EventSense.Agreed or EventSense.Scheduled or EventSense.Postponed => Annotations.Modality.Planned,
        EventSense.Expected or EventSense.Willing => Annotations.Modality.Expected,
        EventSense.Proposed => Annotations.Modality.Proposed,
        EventSense.Possible or EventSense.Mooted => Annotations.Modality.Possible,
        EventSense.OrNot or EventSense.Uncertain => Annotations.Modality.Uncertain,
        EventSense.NotYet => Annotations.Modality.NotYet,
        EventSense.UnderWay => Annotations.Modality.Ongoing,
        _ => Annotations.Modality.Denied,
    };

    /// <summary>It ends or denies the event.</summary>
    public static bool IsEnd(EventSense sense) => sense is EventSense.Cancelled or EventSense.Postponed or EventSense.Denied or EventSense.DidNotHappen;

    /// <summary>"could have been prevented": it was not.</summary>
    public static EventSense Undone(EventSense sense) => IsEnd(sense) ? EventSense.None : EventSense.Denied;
}
