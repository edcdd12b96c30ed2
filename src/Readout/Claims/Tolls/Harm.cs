namespace Readout.Claims;

/// <summary>What befell somebody, from the least said to the most.</summary>
public enum Harm
{
    /// <summary>Shot, stabbed or run over: whether it killed is not said.</summary>
    Struck,

    Injured,

    Killed,
}
