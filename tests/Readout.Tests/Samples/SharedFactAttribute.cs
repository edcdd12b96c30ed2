namespace Readout.Tests.Samples;

/// <summary>A test on data that lies beside the checkout; skipped, with the reason printed, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder)
    {
        if (!Directory.Exists(SharedTheoryAttribute.PathOf(folder)))
            Skip = $"The data is not here: there is no folder {SharedTheoryAttribute.PathOf(folder)}.";
    }
}
