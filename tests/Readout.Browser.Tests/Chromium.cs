namespace Readout.Browser.Tests;

/// <summary>The browser of this machine.</summary>
internal static class Chromium
{
    /// <summary>Its program; null where there is none. <c>READOUT_CHROMIUM</c> names another.</summary>
    public static string? Program { get; } =
        new[] { Environment.GetEnvironmentVariable("READOUT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Why tests that need it are skipped; null where they run.</summary>
    public static string? Missing => Program is null ? "No Chromium on this machine: './test' installs it where it may (apt-get install chromium), READOUT_CHROMIUM names one elsewhere." : null;
}

/// <summary>A test that needs a browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <summary>The same for a test with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
