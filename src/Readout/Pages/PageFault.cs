using System.Diagnostics;

namespace Readout.Pages;

/// <summary>What to say of a page on which Readout itself failed: enough for whoever mends it, in one line.</summary>
public static class PageFault
{
    /// <summary>"Readout failed on this page (IndexOutOfRangeException in TimeTagger.Tag: …)".</summary>
    public static string Describe(Exception fault)
    {
        var method = new StackTrace(fault).GetFrames()
            .Select(f => f.GetMethod())
            .FirstOrDefault(m => m?.DeclaringType?.Namespace is { } home && (home == nameof(Readout) || home.StartsWith(nameof(Readout) + ".", StringComparison.Ordinal)));
        var where = method is null ? "" : $" in {method.DeclaringType!.Name}.{method.Name}";
        return $"Readout failed on this page ({fault.GetType().Name}{where}: {fault.Message})";
    }
}
