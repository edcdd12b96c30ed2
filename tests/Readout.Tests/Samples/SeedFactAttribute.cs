namespace Readout.Tests.Samples;

/// <summary>A test on real pages that lie beside the checkout; skipped, with the reason printed, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedFactAttribute : FactAttribute
{
    public SeedFactAttribute()
    {
        if (!Directory.Exists(Repository.Seeds))
            Skip = $"The real pages are not here: there is no folder {Repository.Seeds}.";
    }
}
