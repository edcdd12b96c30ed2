namespace Readout.Claims;

/// <summary>What kind of entry of the record.</summary>
public enum StateKind { Page, Claim, Dispute, Change, Prospect }

/// <summary>Words on a page, in code points: the same in every state that has the page.</summary>
public readonly record struct StatePlace(string Document, int Start, int End);

/// <summary>A dated entry inside an item: a step of a prospect or a change, a side's value.</summary>
/// <param name="Date">A day or interval as text; empty where unknown.</param>
/// <param name="Value">The status or value.</param>
/// <param name="Place">The words behind it.</param>
public readonly record struct StateStep(string Date, string Value, StatePlace Place);

/// <summary>One entry of a record as it stood at some time, without what only that record's making explains.</summary>
/// <param name="Id">Its id in that record.</param>
/// <param name="Words">The words that show it; null where they are not at hand.</param>
/// <param name="State">What may differ from one day to another: the three counts, the values, the status.</param>
/// <param name="Places">Everywhere it stands: what tells that two records' entries are one.</param>
/// <param name="Steps">Its dated entries in order.</param>
public sealed record StateItem(StateKind Kind, string Id, string? Words, string State, IReadOnlyList<StatePlace> Places, IReadOnlyList<StateStep> Steps);
