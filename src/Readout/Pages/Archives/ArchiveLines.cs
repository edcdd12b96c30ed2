using System.Text;

namespace Readout.Pages.Archives;

/// <summary>Lines and heads of records, over the bytes of an archive.</summary>
internal sealed class ArchiveLines(ArchiveBytes bytes)
{
    // Heads have a dozen short lines; what goes on longer was never one.
    private const int MaxLine = 1 << 16;
    private const int MaxFields = 1000;

    private readonly byte[] _line = new byte[MaxLine];

    /// <summary>A line without its end; cut where it is longer than any head's.</summary>
    public string Read()
    {
        var length = 0;
        while (bytes.Peek() is { IsEmpty: false } there)
        {
            var end = there.IndexOf((byte)'\n');
            var part = end < 0 ? there : there[..end];
            part = part[..Math.Min(part.Length, MaxLine - length)];
            part.CopyTo(_line.AsSpan(length));
            length += part.Length;
            var isWhole = end >= 0 && part.Length == end;
            bytes.Take(part.Length + (isWhole ? 1 : 0));
            if (isWhole || length == MaxLine)
                break;
        }
        return Encoding.UTF8.GetString(_line.AsSpan(0, length)).TrimEnd('\r');
    }

    /// <summary>Passes over line ends between records.</summary>
    public void SkipBlank()
    {
        while (bytes.Peek() is { IsEmpty: false } there)
        {
            var blank = there.IndexOfAnyExcept("\r\n"u8);
            bytes.Take(blank < 0 ? there.Length : blank);
            if (blank >= 0)
                return;
        }
    }

    /// <summary>The fields up to the empty line.</summary>
    public Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string? last = null;
        for (var n = 0; n < MaxFields && Read() is { Length: > 0 } line; n++)
        {
            var colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' && last is not null)
                fields[last] += " " + line.Trim();
            else if (colon > 0)
                fields[last = line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }
        return fields;
    }

    /// <summary>Fills the room with what is left of a record; fewer bytes where the file ends, or the next record begins.</summary>
    public long Fill(Span<byte> room, long member, bool isArc)
    {
        var filled = 0;
        while (filled < room.Length && Inside(ref member, isArc) is { IsEmpty: false } there)
        {
            var count = Math.Min(there.Length, room.Length - filled);
            there[..count].CopyTo(room[filled..]);
            bytes.Take(count);
            filled += count;
        }
        return filled;
    }

    /// <summary>Passes over what is left of a record; how many bytes it was.</summary>
    public long Skip(long count, long member, bool isArc)
    {
        var left = count;
        while (left > 0 && Inside(ref member, isArc) is { IsEmpty: false } there)
        {
            var step = (int)Math.Min(left, there.Length);
            bytes.Take(step);
            left -= step;
        }
        return count - left;
    }

    // Where every record is a member of its own, one that is too short for what its head states ends there; where a program
    // cut the whole into members of even size, records go on in the next.
    private ReadOnlySpan<byte> Inside(ref long member, bool isArc)
    {
        var there = bytes.Peek();
        if (bytes.Position.Member == member)
            return there;
        member = bytes.Position.Member;
        return IsHead(there, isArc) ? [] : there;
    }

    /// <summary>Goes to the next line that can head a record, and stands before it.</summary>
    public void FindRecord(bool isArc)
    {
        while (bytes.Peek() is { IsEmpty: false } there)
        {
            if (IsHead(there, isArc))
                return;
            var end = there.IndexOf((byte)'\n');
            bytes.Take(end < 0 ? there.Length : end + 1);
        }
    }

    private static bool IsHead(ReadOnlySpan<byte> there, bool isArc)
    {
        if (!isArc)
            return there.StartsWith("WARC/1."u8) || there.StartsWith("WARC/0."u8);
        var end = there.IndexOf((byte)'\n');
        return end > 0 && end < 8000 && ArcHead.Read(Encoding.UTF8.GetString(there[..end]).TrimEnd('\r')) is not null;
    }
}
