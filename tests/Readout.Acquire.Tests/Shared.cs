namespace Readout.Acquire.Tests;

/// <summary>Data that lies beside the checkout and is no part of it.</summary>
internal static class Shared
{
    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Readout.slnx")))
            folder = folder.Parent;
        return Path.Combine([folder?.Parent?.FullName ?? "", "shared", "data", "conformance", .. parts]);
    }
}

/// <summary>A test on data beside the checkout; skipped, with the reason printed, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder)
    {
        if (!Directory.Exists(Shared.PathOf(folder)))
            Skip = $"The data is not here: there is no folder {Shared.PathOf(folder)}.";
    }
}
