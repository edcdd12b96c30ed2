using NodaTime;

namespace Readout.Store.Sources;

/// <summary>What is asked for pages again and again.</summary>
public enum SourceKind { Feed, Sitemap, Folder }

/// <summary>A source with what is known of it.</summary>
/// <param name="Address">Of a feed or sitemap; a folder's full path.</param>
/// <param name="Via">The site or list that named it; null where it was named itself.</param>
/// <param name="Since">What it dates before this day is left alone; null for nothing.</param>
/// <param name="Added">Since when it is followed.</param>
public sealed record Source(string Address, SourceKind Kind, string? Title, string? Via, LocalDate? Since, Instant Added)
{
    /// <summary>When it was asked last; null for never.</summary>
    public Instant? Asked { get; init; }

    /// <summary>The server's mark of the version that was read last.</summary>
    public string? ETag { get; init; }

    /// <summary>The time of that version, as the server wrote it.</summary>
    public string? Modified { get; init; }

    /// <summary>How long it asks to be left alone after each time.</summary>
    public Duration? Ttl { get; init; }

    /// <summary>Hours of the day (UTC) in which it asks not to be read.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week (UTC) in which it asks not to be read.</summary>
    public IReadOnlyList<IsoDayOfWeek> SkipDays { get; init; } = [];

    /// <summary>Until when its server asked to be left alone.</summary>
    public Instant? Wait { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>Why it failed the last time; null where it did not.</summary>
    public string? Failure { get; init; }
}

/// <summary>A file of a watched folder that was taken in.</summary>
public sealed record SourceFile(string Path, long Length, Instant Modified);
