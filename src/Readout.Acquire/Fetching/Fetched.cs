using NodaTime;

namespace Readout.Acquire;

/// <summary>What is asked for.</summary>
/// <param name="Address">The whole address.</param>
public sealed record FetchRequest(string Address)
{
    /// <summary>The mark of the version that is known already; an unchanged page is then not sent again.</summary>
    public string? ETag { get; init; }

    /// <summary>The time of the version that is known already, as the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>What is wanted: <c>text/html</c>, or anything.</summary>
    public string Accept { get; init; } = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5";
}

/// <summary>A step from one address to another that a server asked for.</summary>
public sealed record Redirect(string From, string To, int Status);

/// <summary>What a server answered.</summary>
public sealed record Fetched
{
    /// <summary>The address that was asked for.</summary>
    public required string Requested { get; init; }

    /// <summary>The address that answered, behind all redirects.</summary>
    public required string Final { get; init; }

    /// <summary>200 for a page, 304 for one that did not change.</summary>
    public required int Status { get; init; }

    /// <summary>When the answer began.</summary>
    public required Instant At { get; init; }

    /// <summary>What it is said to be, lower case and without parameters.</summary>
    public string? MediaType { get; init; }

    /// <summary>The encoding it is said to be in.</summary>
    public string? Charset { get; init; }

    /// <summary>The body, free of transport and packing.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>For the next time: the mark of this version.</summary>
    public string? ETag { get; init; }

    /// <summary>For the next time: when this version was made, as the server wrote it.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server says that this stays good; null where it says nothing.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The fields of the head, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    public IReadOnlyList<Redirect> Redirects { get; init; } = [];

    public bool IsUnchanged => Status == 304;

    /// <summary>Where to ask from now on: the last address that only permanent redirects led to.</summary>
    public string Permanent => Redirects.TakeWhile(r => r.Status is 301 or 308).LastOrDefault()?.To ?? Requested;

    /// <summary>What is known of the page besides its bytes.</summary>
    public Pages.PageBearer Bearer => new() { Address = Final, Captured = At, MediaType = MediaType, Charset = Charset };
}

/// <summary>Why nothing came.</summary>
public enum FetchProblem
{
    /// <summary>The words are no address.</summary>
    BadAddress,

    /// <summary>The address may not be asked: its protocol, a name or password in it, or a server that only this network can reach.</summary>
    Refused,

    /// <summary>The site's robots file asks not to.</summary>
    Robots,

    /// <summary>The server's name leads nowhere, or nobody answers there.</summary>
    NoServer,

    /// <summary>The connection is not safe: a wrong or outdated certificate.</summary>
    Unsafe,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>The server answered that it has nothing, or won't give it.</summary>
    Status,

    /// <summary>Too much came, as it is or unpacked.</summary>
    TooLarge,

    /// <summary>Redirects in circles, too many, or to nowhere.</summary>
    Redirects,

    /// <summary>What came is cut off or damaged.</summary>
    Damaged,
}

/// <summary>Why nothing came, in words that say what can be done.</summary>
/// <param name="Problem">What kind.</param>
/// <param name="Address">The address that failed.</param>
/// <param name="Message">One sentence or two that begin with the address.</param>
public sealed record FetchFailure(FetchProblem Problem, string Address, string Message)
{
    /// <summary>The status, where a server answered with one.</summary>
    public int? Status { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where it may work later.</summary>
    public bool MayPass { get; init; }
}

/// <summary>An answer, or why there is none.</summary>
public sealed record FetchResult(Fetched? Answer, FetchFailure? Failure)
{
    public static implicit operator FetchResult(FetchFailure failure) => new(null, failure);

    public static implicit operator FetchResult(Fetched answer) => new(answer, null);
}
