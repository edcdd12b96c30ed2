using System.Text;

namespace Readout.Pages.Archives;

/// <summary>The head of an HTTP response, as a server sent it or an archive kept it.</summary>
/// <param name="Status">The status; 200 for a page.</param>
/// <param name="Fields">Names and values in order, repeated ones too.</param>
/// <param name="Length">How many bytes the head has, the empty line included.</param>
public sealed record HttpHead(int Status, IReadOnlyList<(string Name, string Value)> Fields, int Length)
{
    /// <summary>Longer heads are none.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>A field's value; of those that repeat, all with commas between.</summary>
    public string? Field(string name)
    {
        string? found = null;
        foreach (var (field, value) in Fields)
        {
            if (field.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = found is null ? value : found + ", " + value;
        }
        return found;
    }

    /// <summary>The head at the beginning of a message; null where there is none.</summary>
    internal static HttpHead? Read(ReadOnlySpan<byte> message)
    {
        if (!message.StartsWith("HTTP/"u8) && !message.StartsWith("ICY "u8))
            return null;
        var fields = new List<(string, string)>();
        var status = 0;
        var at = 0;
        while (at < message.Length && at < MaxLength)
        {
            var end = message[at..].IndexOf((byte)'\n');
            var raw = end < 0 ? message[at..] : message[at..(at + end)];
            var line = Text(raw).TrimEnd('\r');
            var isFirst = at == 0;
            at = end < 0 ? message.Length : at + end + 1;
            if (isFirst)
                status = Number(line);
            else if (line.Length == 0)
                return new HttpHead(status, fields, at);
            else if (line[0] is ' ' or '\t' && fields.Count > 0)
                fields[^1] = (fields[^1].Item1, fields[^1].Item2 + " " + line.Trim());
            else if (line.IndexOf(':') is > 0 and var colon)
                fields.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        return at >= MaxLength ? null : new HttpHead(status, fields, at);
    }

    /// <summary>A media type without its parameters, lower case; null where none is stated.</summary>
    public static string? Parameterless(string? type)
    {
        var bare = type?.Split(';')[0].Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(bare) ? null : bare;
    }

    /// <summary>A parameter of a media type, without quotes; null where it is not stated.</summary>
    public static string? Parameter(string? type, string name)
    {
        foreach (var part in (type ?? "").Split(';').Skip(1))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return part[(equals + 1)..].Trim().Trim('"', '\'') is { Length: > 0 } value ? value : null;
        }
        return null;
    }

    private static string Text(ReadOnlySpan<byte> raw) => System.Text.Unicode.Utf8.IsValid(raw) ? Encoding.UTF8.GetString(raw) : Encoding.Latin1.GetString(raw);

    private static int Number(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && int.TryParse(words[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var status) ? status : 0;
    }
}
