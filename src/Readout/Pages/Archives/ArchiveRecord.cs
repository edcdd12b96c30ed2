using NodaTime;

namespace Readout.Pages.Archives;

/// <summary>A place in an archive from which reading can go on.</summary>
/// <param name="Number">How many records stand before it.</param>
/// <param name="Member">Where in the file the compressed member begins that holds it; 0 in files that are not compressed.</param>
/// <param name="Inside">Where it stands in that member's unpacked bytes; in files that are not compressed, in the file.</param>
public readonly record struct ArchivePosition(long Number, long Member, long Inside)
{
    /// <summary>As messages write it: bytes from the file's start, and inside the member where it is not the first there.</summary>
    public override string ToString() =>
        Member == 0 ? Inside.ToString(System.Globalization.CultureInfo.InvariantCulture) : Inside == 0 ? Member.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Member}+{Inside}");
}

/// <summary>One record of a WARC or ARC file.</summary>
public sealed record ArchiveRecord
{
    /// <summary>Number in the file, from 1.</summary>
    public long Number => Position.Number + 1;

    /// <summary>Where it begins.</summary>
    public required ArchivePosition Position { get; init; }

    /// <summary>WARC's word for it: <c>warcinfo</c>, <c>response</c>, <c>resource</c>, <c>request</c>, <c>metadata</c>, <c>revisit</c>, <c>conversion</c>; an ARC's records are an <c>arc_header</c> and responses. Empty where the record has no readable head.</summary>
    public required string Type { get; init; }

    /// <summary>The address it was taken from.</summary>
    public string? Target { get; init; }

    /// <summary>When it was taken.</summary>
    public Instant? Date { get; init; }

    /// <summary>The fields of its own head, with lower-case names; of fields that repeat the last.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The head of the HTTP message in it; null where there is none.</summary>
    public HttpHead? Http { get; init; }

    /// <summary>What was taken, free of chunks and compression.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether its bytes bear out the digests it states; null where none was checked.</summary>
    public bool? DigestHolds { get; init; }

    /// <summary>What is wrong with it and how to go on, naming file, record and place; null where nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>The media type of the body, as it is said to be.</summary>
    public string? MediaType => HttpHead.Parameterless(Http is null ? Fields.GetValueOrDefault("content-type") : Http.Field("content-type"));

    /// <summary>The encoding of the body, as it is said to be.</summary>
    public string? Charset => HttpHead.Parameter(Http is null ? Fields.GetValueOrDefault("content-type") : Http.Field("content-type"), "charset");
}

/// <summary>How an archive is read.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Where to go on; the stream must stand at <see cref="ArchivePosition.Member"/>, or at <see cref="ArchivePosition.Inside"/> of a file that is not compressed.</summary>
    public ArchivePosition From { get; init; }

    /// <summary>Leaves out the bodies of what was taken before; the records come all the same.</summary>
    public Instant? Since { get; init; }

    /// <summary>Bodies above this are left out, and the record says so.</summary>
    public int MaxBody { get; init; } = PageReader.MaxBytes;

    /// <summary>Checks the digests that records state.</summary>
    public bool ChecksDigests { get; init; }
}
