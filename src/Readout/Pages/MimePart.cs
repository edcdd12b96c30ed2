using System.Text;

namespace Readout.Pages;

/// <summary>A message or a part of one: header fields, and the bytes below them (RFC 2045, RFC 2046).</summary>
internal sealed class MimePart
{
    private const int MaxHeader = 256 * 1024;
    private const int MaxParts = 10_000;

    private readonly Dictionary<string, string> _fields;

    private MimePart(Dictionary<string, string> fields, ReadOnlyMemory<byte> body, bool isWhole)
    {
        (_fields, Body, IsWhole) = (fields, body, isWhole);
        var type = fields.GetValueOrDefault("content-type") ?? "text/plain";
        Type = type.Split(';')[0].Trim().ToLowerInvariant();
        (Boundary, Start, Charset) = (Parameter(type, "boundary"), Parameter(type, "start"), Parameter(type, "charset"));
    }

    /// <summary>The bytes below the header, still encoded for transport.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>False where the file ends before the boundary that closes the part.</summary>
    public bool IsWhole { get; }

    public string Type { get; }

    public string? Boundary { get; }

    /// <summary>Id of the part that a reader is to be shown.</summary>
    public string? Start { get; }

    public string? Charset { get; }

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);

    public string? Field(string name) => _fields.GetValueOrDefault(name);

    public static MimePart Read(ReadOnlyMemory<byte> bytes, bool isWhole = true)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        string? name = null;
        while (at < bytes.Length && at < MaxHeader)
        {
            var line = Line(bytes.Span, ref at);
            if (line.IsEmpty)
                break;
            var text = Encoding.Latin1.GetString(line);
            if (name is not null && text[0] is ' ' or '\t')
                fields[name] += " " + text.Trim();
            else if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && fields.TryAdd(name = text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim()))
                continue;
        }
        return new MimePart(fields, bytes[at..], isWhole);
    }

    /// <summary>The parts between the boundaries; none where the boundary stands nowhere.</summary>
    public List<MimePart> Parts()
    {
        var parts = new List<MimePart>();
        if (Boundary is not { Length: > 0 and <= 200 })
            return parts;
        var mark = Encoding.Latin1.GetBytes("--" + Boundary);
        var start = -1;
        for (var at = Next(mark, 0); at >= 0 && parts.Count < MaxParts; at = Next(mark, at + mark.Length))
        {
            if (start >= 0)
                parts.Add(Read(Body[start..EndBefore(at)]));
            var after = at + mark.Length;
            var closes = Body.Span[after..].StartsWith("--"u8);
            Line(Body.Span, ref after);
            start = closes ? -1 : after;
            if (closes)
                break;
        }
        if (start >= 0 && parts.Count < MaxParts)
            parts.Add(Read(Body[start..], isWhole: false));
        return parts;
    }

    /// <summary>The body as it was before it was made fit for transport.</summary>
    public ReadOnlyMemory<byte> Content() => (Field("content-transfer-encoding") ?? "").Trim().ToLowerInvariant() switch
    {
        "quoted-printable" => MimeTransport.QuotedPrintable(Body.Span),
        "base64" => MimeTransport.Base64(Body.Span),
        _ => Body,
    };

    // A boundary begins a line and is followed by nothing but blanks, or by the two dashes that close.
    private int Next(ReadOnlySpan<byte> mark, int from)
    {
        var body = Body.Span;
        while (from < body.Length && body[from..].IndexOf(mark) is var found and >= 0)
        {
            var at = from + found;
            var rest = body[(at + mark.Length)..];
            var line = rest.IndexOf((byte)'\n') is var end and >= 0 ? rest[..end] : rest;
            line = line.StartsWith("--"u8) ? line[2..] : line;
            if ((at == 0 || body[at - 1] == '\n') && line.TrimEnd("\r \t"u8).IsEmpty)
                return at;
            from = at + mark.Length;
        }
        return -1;
    }

    // The line break before a boundary belongs to it.
    private int EndBefore(int boundary)
    {
        var body = Body.Span;
        if (boundary > 0 && body[boundary - 1] == '\n')
            boundary--;
        return boundary > 0 && body[boundary - 1] == '\r' ? boundary - 1 : boundary;
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> bytes, ref int at)
    {
        var rest = bytes[at..];
        var end = rest.IndexOf((byte)'\n');
        at += end < 0 ? rest.Length : end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
    }

    private static string? Parameter(string field, string name)
    {
        foreach (var part in Split(field))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return part[(equals + 1)..].Trim().Trim('"').Replace("\\", "", StringComparison.Ordinal);
        }
        return null;
    }

    // Semicolons inside quotes part nothing.
    private static IEnumerable<string> Split(string field)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < field.Length; i++)
        {
            quoted ^= field[i] == '"' && (i == 0 || field[i - 1] != '\\');
            if (field[i] != ';' || quoted)
                continue;
            yield return field[start..i];
            start = i + 1;
        }
        yield return field[start..];
    }
}
