namespace Readout.Tests.Samples;

/// <summary>Where the checkout is, found by walking up from the test's own folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Real page dumps of one story, kept beside the checkout and not part of it.</summary>
    public static string Seeds { get; } = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "seeds");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Readout.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Readout.slnx.");
    }
}
