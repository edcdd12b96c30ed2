namespace Readout.Tests.Samples;

/// <summary>A test on data that lies beside the checkout; skipped, with the reason printed, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string folder)
    {
        if (!Directory.Exists(PathOf(folder)))
            Skip = $"The data is not here: there is no folder {PathOf(folder)}.";
    }

    /// <summary>A path below the data beside the checkout.</summary>
    public static string PathOf(params string[] parts) =>
        Path.Combine([Path.GetDirectoryName(Repository.Root)!, "shared", "data", .. parts]);
}
