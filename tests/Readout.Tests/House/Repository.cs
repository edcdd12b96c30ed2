namespace Readout.Tests.House;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>Files below a folder, with their paths as the repository writes them; build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path(folder))
            ? Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories)
                .Select(f => System.IO.Path.GetRelativePath(Root, f).Replace('\\', '/'))
                .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Readout.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("The tests run outside a checkout: no Readout.slnx in any folder above them.");
    }
}
