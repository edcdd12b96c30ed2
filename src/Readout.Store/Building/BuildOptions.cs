namespace Readout.Store.Building;

/// <summary>The layers that a build derives, in their order.</summary>
public enum BuildLayer { Pages, Articles, Annotations, Origins, Stories, Ledger }

/// <summary>How a workspace is built.</summary>
/// <param name="From">Make this layer and those after it again, whatever is there; null makes only what is missing or out of date.</param>
/// <param name="Jobs">Pages read at the same time.</param>
public sealed record BuildOptions(BuildLayer? From = null, int Jobs = 0);

/// <summary>How far a build is.</summary>
/// <param name="Doing">The stage, in words.</param>
public sealed record BuildProgress(string Doing, int Done, int Total);

/// <summary>What a build did.</summary>
/// <param name="Read">Pages read.</param>
/// <param name="Failed">Pages that can't be read, with the reason; those of earlier builds too.</param>
/// <param name="Stories">Stories there are.</param>
/// <param name="Made">Stories whose record was made again.</param>
/// <param name="Changed">Of those, the ones whose record says something else now.</param>
public sealed record BuildReport(int Read, IReadOnlyList<FailedInput> Failed, int Stories, int Made, IReadOnlyList<string> Changed);
