using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, in the same order.</summary>
/// <exception cref="InvalidDataException">Every method: the bytes end early or hold what no writer writes.</exception>
internal sealed class SnapshotReader(ReadOnlyMemory<byte> bytes)
{
    private readonly List<string> _words = [];
    private readonly WordForm _forms = new();
    private int _at;
    private int _last;

    /// <summary>A number from 0 up.</summary>
    public int Count()
    {
        var value = Bits();
        return value <= int.MaxValue ? (int)value : throw Broken();
    }

    public long Number()
    {
        var bits = Bits();
        return (long)(bits >> 1) ^ -(long)(bits & 1);
    }

    public int Int() => checked((int)Number());

    public int? IntOrNull() => Has() ? Int() : null;

    public double? Real() => Has() ? BitConverter.Int64BitsToDouble(Number()) : null;

    public float? Single() => Has() ? BitConverter.Int32BitsToSingle(Int()) : null;

    public bool Has() => Bits() == 1;

    public T Enum<T>()
        where T : struct, Enum => (T)System.Enum.ToObject(typeof(T), Count());

    public string? WordOrNull()
    {
        var number = Count();
        switch (number)
        {
            case 0:
                return null;
            case 1:
                var value = Text();
                _words.Add(value);
                return value;
            default:
                return number - 2 < SharedWords.Count ? SharedWords.All[number - 2]
                    : number - 2 - SharedWords.Count < _words.Count ? _words[number - 2 - SharedWords.Count]
                    : throw Broken();
        }
    }

    /// <summary>A form of a word of the text.</summary>
    public string Form(ReadOnlySpan<char> text) => Count() switch
    {
        0 => _forms.Of(text, ""),
        1 => Word(),
        2 => _forms.Of(text, Word()),
        _ => throw Broken(),
    };

    /// <summary>A SHA-256 as it is written.</summary>
    public string Hash() => Has() ? Convert.ToHexStringLower(Raw(32)) : Word();

    public string Word() => WordOrNull() ?? throw Broken();

    public string Text()
    {
        var length = Int();
        if (length >= 0)
            return Encoding.UTF8.GetString(Raw(length));
        return length % sizeof(char) == 0 ? new string(MemoryMarshal.Cast<byte, char>(Raw(-length))) : throw Broken();
    }

    public Span Span()
    {
        var start = _last + Int();
        _last = start;
        return new Span(start, start + Int());
    }

    /// <summary>A place that lies in the text.</summary>
    public static Span Inside(Span span, SourceText text) =>
        span.Start >= 0 && span.End >= span.Start && span.End <= text.Value.Length ? span : throw Broken();

    public Span? SpanOrNull() => Has() ? Span() : null;

    public LocalDate Day()
    {
        var number = Number();
        var months = Math.DivRem(number, 31, out var day);
        return new LocalDate((int)(months / 12), (int)(months % 12) + 1, (int)day + 1);
    }

    public DateRange Days() => Count() switch
    {
        0 => DateRange.Unknown,
        1 => DateRange.Day(Day()),
        2 => new DateRange(Day(), Day()),
        3 => new DateRange(Day(), null),
        4 => new DateRange(null, Day()),
        _ => throw Broken(),
    };

    public T[] List<T>(Func<T> read) => Column(Length(), read);

    /// <summary>How many follow: never more than there are bytes, so that broken bytes ask for no memory.</summary>
    public int Length()
    {
        var count = Count();
        return count <= bytes.Length - _at ? count : throw Broken();
    }

    public static T[] Column<T>(int count, Func<T> read)
    {
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read();
        return items;
    }

    private ReadOnlySpan<byte> Raw(int length)
    {
        if (length > bytes.Length - _at)
            throw Broken();
        var raw = bytes.Span.Slice(_at, length);
        _at += length;
        return raw;
    }

    private ulong Bits()
    {
        var span = bytes.Span;
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_at >= span.Length)
                throw Broken();
            var next = span[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        throw Broken();
    }

    private static InvalidDataException Broken() => new("The snapshot's bytes are broken.");
}
