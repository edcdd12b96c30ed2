namespace Readout.Bench;

/// <summary>The sample story that the benchmarks read.</summary>
internal static class Samples
{
    public static IReadOnlyList<PageInput> Load(string story)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var pages = Path.Combine(folder.FullName, "samples", story);
            if (File.Exists(Path.Combine(folder.FullName, "Readout.slnx")) && Directory.Exists(pages))
                return [.. Directory.GetFiles(pages).Order(StringComparer.Ordinal).Select(f => new PageInput(Path.GetFileName(f), File.ReadAllBytes(f)))];
        }
        throw new DirectoryNotFoundException($"samples/{story} is in no folder above the program.");
    }
}
