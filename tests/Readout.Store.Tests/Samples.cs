namespace Readout.Store.Tests;

/// <summary>The invented stories that lie with the sources.</summary>
internal static class Samples
{
    public static string Folder { get; } = Find();

    public static IReadOnlyList<string> Of(string story) =>
        [.. Directory.GetFiles(Path.Combine(Folder, story)).Where(f => Path.GetExtension(f) is ".txt" or ".html" or ".mhtml").Order(StringComparer.Ordinal)];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "samples")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "samples");
    }
}
