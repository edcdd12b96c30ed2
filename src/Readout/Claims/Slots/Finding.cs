namespace Readout.Claims;

internal enum FindingKind { Dispute, Update, Refinement, Inconsistency }

/// <summary>Two statements whose values for one slot differ, and what that amounts to.</summary>
/// <param name="A">The earlier statement where the order is known.</param>
internal sealed record Finding(
    FindingKind Kind, DisputeType Type, Statement A, string ValueA, Statement B, string ValueB, string Reason, string Rule);
