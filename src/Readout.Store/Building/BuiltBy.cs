using Readout.Store.Snapshots;

namespace Readout.Store.Building;

/// <summary>By what program derived data was made: another program may derive something else, and its work is done again.</summary>
internal static class BuiltBy
{
    /// <summary>The library's build (the same sources give the same one, its models included), and the form of the snapshots.</summary>
    public static string Program { get; } =
        FormattableString.Invariant($"{typeof(Desk).Module.ModuleVersionId.ToString("N")[..16]}.{DocumentSnapshot.Version}");
}
