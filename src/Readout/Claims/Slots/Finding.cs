namespace Readout.Claims;

internal enum FindingKind { Dispute, Update, Refinement, Inconsistency }

/// <summary>Two statements whose values for one slot differ, and what that amounts to.</summary>
/// <param name="A">The earlier statement where the order is known.</param>
internal sealed record Finding(
    FindingKind Kind, DisputeType Type, Statement A, string ValueA, Statement B, string ValueB, string Reason, string Rule)
{
    /// <summary>Its rule has compared values, but not made sure that the two statements tell of one event.</summary>
    public bool NeedsOneEvent { get; init; }

    /// <summary>What the score of one event must have beyond what any accusation needs: doubts of the rule.</summary>
    public double Surplus { get; init; }

    /// <summary>Other statements that bear one of the two values out.</summary>
    public IReadOnlyList<ValueEvidence> Evidence { get; init; } = [];
}

/// <summary>A statement that bears a value out without stating it.</summary>
internal sealed record ValueEvidence(string Value, Statement Statement, string Rule);
