using NodaTime;
using NodaTime.Text;

namespace Readout.Store;

/// <summary>Times as the workspace writes them: UTC, always as long, so that their order as texts is their order.</summary>
public static class Instants
{
    private static readonly InstantPattern s_pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'Z'");

    public static string Write(Instant instant) => s_pattern.Format(instant);

    /// <summary>Null where it is no such time.</summary>
    public static Instant? Read(string? text) => text is not null && s_pattern.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
