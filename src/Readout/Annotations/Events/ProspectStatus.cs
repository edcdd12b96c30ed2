namespace Readout.Annotations;

/// <summary>Where a prospective event stands (PRODUCT.md section 2).</summary>
public enum ProspectStatus
{
    Mooted, Proposed, Willing, Expected, Agreed, Scheduled, Conditional, Uncertain, NotYet, Postponed, Cancelled, Denied,
    UnderWay, Happened, DidNotHappen, Lapsed,
}
