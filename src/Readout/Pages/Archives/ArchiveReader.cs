using System.Globalization;

namespace Readout.Pages.Archives;

/// <summary>
/// Reads archives of the web (WARC 1.0 and 1.1, ARC; compressed by record, as a whole, or not), a record at a time, whatever
/// their size. What is broken is named and passed over; reading goes on at the next record that can be found.
/// </summary>
public sealed class ArchiveReader
{
    private readonly string _path;
    private readonly ArchiveOptions _options;
    private readonly ArchiveBytes _bytes;
    private readonly ArchiveLines _lines;
    private bool _isArc;

    private ArchiveReader(string path, ArchiveBytes bytes, ArchiveOptions options)
    {
        _path = path;
        _options = options;
        _bytes = bytes;
        _lines = new ArchiveLines(_bytes);
        Position = options.From;
    }

    /// <summary>Where reading goes on if it stops here.</summary>
    internal ArchivePosition Position { get; private set; }

    /// <summary>True where bytes begin as an archive's do, unpacked.</summary>
    internal static bool IsArchive(ReadOnlySpan<byte> head)
    {
        var first = head.IndexOfAnyExcept("\r\n"u8);
        return first >= 0 && (head[first..].StartsWith("WARC/"u8) || head[first..].StartsWith("filedesc://"u8));
    }

    /// <summary>The records, one after the other; nothing is read ahead.</summary>
    /// <param name="path">Where the bytes come from, for messages.</param>
    /// <param name="stream">The file; it must be seekable only to go on at a place inside it.</param>
    /// <param name="options">How it is read; null for all of it.</param>
    /// <exception cref="UnreadablePageException">It is no archive; the message names it and a way on. Thrown at the first record.</exception>
    public static IEnumerable<ArchiveRecord> Read(string path, Stream stream, ArchiveOptions? options = null)
    {
        options ??= new ArchiveOptions();
        if (options.From != default)
        {
            stream.Seek(0, SeekOrigin.Begin);
            var isCompressed = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
            stream.Seek(isCompressed ? options.From.Member : options.From.Inside, SeekOrigin.Begin);
        }
        using var bytes = new ArchiveBytes(stream, options.From);
        var reader = new ArchiveReader(path, bytes, options);
        while (reader.Next() is { } record)
            yield return record;
    }

    private ArchiveRecord? Next()
    {
        _lines.SkipBlank();
        var isOver = _bytes.Peek().IsEmpty;
        if (_bytes.TakeDamage() is { } lost)
        {
            Position = Position with { Member = _bytes.DamagedMember, Inside = 0 };
            return Passed(lost);
        }
        if (isOver)
            return Position.Number > 0 ? null : throw new UnreadablePageException($"{_path}: the archive is empty. Fetch the file again, or leave it out.");
        var (member, inside) = _bytes.Position;
        Position = Position with { Member = member, Inside = inside };
        if (_bytes.TakeGap())
            return Passed("before the next record stand bytes that are none");
        var line = _lines.Read();
        if (line.StartsWith("WARC/", StringComparison.Ordinal))
            return Warc();
        if ((_isArc || _options.From != default || line.StartsWith("filedesc://", StringComparison.Ordinal)) && ArcHead.Read(line) is { } head)
        {
            _isArc = true;
            return Arc(head);
        }
        if (Position.Number == _options.From.Number && !_isArc)
            throw new UnreadablePageException($"{_path}: this is no archive of the web (WARC or ARC){(_bytes.TakeDamage() is { } damage ? ": " + damage : "")}. Fetch the file again, or check what made it.");
        return Lost($"the bytes at {Position} are no record");
    }

    // Somebody stated a wrong length: the next record is looked for.
    private ArchiveRecord Lost(string what)
    {
        if (!_bytes.SkipMember(Position.Member))
            _lines.FindRecord(_isArc);
        return Passed(_bytes.TakeDamage() is { } damage ? $"{what}, {damage}" : what);
    }

    private ArchiveRecord Passed(string what)
    {
        var broken = new ArchiveRecord
        {
            Position = Position,
            Type = "",
            Problem = $"{_path}: record {Position.Number + 1} at {Position}: {what}; what could not be read was passed over. Fetch the archive again if it matters.",
        };
        Position = Position with { Number = Position.Number + 1 };
        return broken;
    }

    private ArchiveRecord Warc()
    {
        var fields = _lines.Fields();
        var type = fields.GetValueOrDefault("warc-type")?.ToLowerInvariant() ?? "";
        var stated = fields.GetValueOrDefault("content-length");
        if (!long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return Lost($"its head states {(stated is null ? "no length" : $"the length '{stated}'")}");
        var record = new ArchiveRecord
        {
            Position = Position,
            Type = type,
            Target = Target(fields.GetValueOrDefault("warc-target-uri")),
            Date = ArcHead.Time(fields.GetValueOrDefault("warc-date")),
            Fields = fields,
        };
        return Finish(record, length, type is "response" or "revisit" && (HttpHead.Parameterless(fields.GetValueOrDefault("content-type")) is null or "application/http"));
    }

    private ArchiveRecord Arc(ArcHead head)
    {
        var isHeader = head.Target.StartsWith("filedesc://", StringComparison.Ordinal);
        var record = new ArchiveRecord
        {
            Position = Position,
            Type = isHeader ? "arc_header" : "response",
            Target = Target(head.Target),
            Date = head.Date,
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["content-type"] = head.MediaType },
        };
        if (head.Length is { } length)
            return Finish(record, length, !isHeader && head.Target.StartsWith("http", StringComparison.OrdinalIgnoreCase));
        // No length that makes sense: all up to the next line that heads a record.
        _lines.FindRecord(isArc: true);
        Position = Position with { Number = Position.Number + 1 };
        return isHeader ? record : record with { Problem = $"{_path}: record {record.Number} at {record.Position}: its line states no length; its body was left out." };
    }

    private ArchiveRecord Finish(ArchiveRecord record, long length, bool isHttp)
    {
        var isWanted = !(_options.Since > record.Date) && record.Type is not ("request" or "metadata" or "warcinfo" or "arc_header" or "continuation");
        var isLarge = isWanted && length > _options.MaxBody + HttpHead.MaxLength;
        byte[]? block = null;
        long read;
        if (isWanted && !isLarge)
        {
            block = new byte[Math.Min(length, Math.Max(1 << 16, _options.MaxBody + HttpHead.MaxLength))];
            read = _lines.Fill(block, Position.Member, _isArc);
        }
        else
        {
            read = _lines.Skip(length, Position.Member, _isArc);
        }
        // Behind the record its member ends, and only then its checksum is known.
        _bytes.FinishMember();
        var damage = _bytes.TakeDamage();
        var problem = read < length ? $"only {read} of the {length} bytes that its head states are there; its body was left out. Fetch the archive again"
            : isLarge ? $"its {length} bytes are more than the {_options.MaxBody} a page may have; its body was left out"
            : damage is not null ? damage + "; its body was left out. Fetch the archive again"
            : null;
        if (problem is null && block is not null)
            (record, problem) = Content(record, block, isHttp);
        Position = Position with { Number = Position.Number + 1 };
        return problem is null ? record : record with { Body = default, Problem = $"{_path}: record {record.Number} at {record.Position}: {problem}." };
    }

    private (ArchiveRecord Record, string? Problem) Content(ArchiveRecord record, byte[] block, bool isHttp)
    {
        var head = isHttp ? HttpHead.Read(block) : null;
        ReadOnlyMemory<byte> payload = block.AsMemory(head?.Length ?? 0);
        if (_options.ChecksDigests)
            record = record with { DigestHolds = ArchiveDigest.Holds(record.Fields, block, payload.Span) };
        if (head is null || record.Type == "revisit")
            return (record with { Http = head, Body = record.Type == "revisit" ? default : payload }, null);
        var (body, problem) = HttpBody.Decode(head, payload, _options.MaxBody);
        return (record with { Http = head, Body = body }, problem);
    }

    // Some writers put the address in angle brackets; some leave blanks in it.
    private static string? Target(string? written)
    {
        var target = written?.Trim();
        if (target is ['<', .., '>'])
            target = target[1..^1].Trim();
        return string.IsNullOrEmpty(target) ? null : target.Replace(" ", "%20", StringComparison.Ordinal);
    }
}
