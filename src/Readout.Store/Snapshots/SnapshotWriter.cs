using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using NodaTime;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>
/// Writes numbers, words and places into few bytes: numbers in as many bytes as they need, each word once, each span as its distance
/// from the one before. <see cref="SnapshotReader"/> reads in the same order.
/// </summary>
internal sealed class SnapshotWriter
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 14);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private int _last;
    private int _end;

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>A number from 0 up.</summary>
    public void Count(int value) => Bits((ulong)(uint)value);

    /// <summary>Any number.</summary>
    public void Number(long value) => Bits((ulong)((value << 1) ^ (value >> 63)));

    public void NumberOrNone(int? value)
    {
        if (Has(value is not null))
            Number(value!.Value);
    }

    public void Real(double? value)
    {
        if (Has(value is not null))
            Number(BitConverter.DoubleToInt64Bits(value!.Value));
    }

    public void Real(float? value)
    {
        if (Has(value is not null))
            Number(BitConverter.SingleToInt32Bits(value!.Value));
    }

    /// <summary>Yes or no; gives it back, so that what follows only a yes can be written behind it.</summary>
    public bool Has(bool value)
    {
        Bits(value ? 1u : 0u);
        return value;
    }

    /// <summary>A word that may come again: later it is only its number.</summary>
    public void Word(string? value)
    {
        if (value is null)
        {
            Count(0);
        }
        else if (SharedWords.TryFind(value, out var known) || _words.TryGetValue(value, out known))
        {
            Count(known);
        }
        else
        {
            Count(1);
            Text(value);
            _words.Add(value, SharedWords.Count + _words.Count + 2);
        }
    }

    /// <summary>A form of a word of the text: most are that word in small letters, and others differ from it in their endings.</summary>
    public void Form(string value, ReadOnlySpan<char> text)
    {
        var room = text.Length <= WordForm.Most ? stackalloc char[text.Length] : default;
        if (WordForm.Ending(value, text, room) is not { } ending)
        {
            Count(1);
            Word(value);
        }
        else if (ending.Length == 0)
        {
            Count(0);
        }
        else
        {
            Count(2);
            Word(ending);
        }
    }

    /// <summary>A SHA-256 as it is written, 64 digits.</summary>
    public void Hash(string value)
    {
        if (Has(value.Length == 64 && value.All(char.IsAsciiHexDigitLower)))
            Raw(Convert.FromHexString(value));
        else
            Word(value);
    }

    /// <summary>A text; lone surrogates stay as they are.</summary>
    public void Text(string value)
    {
        byte[] bytes;
        try
        {
            bytes = s_strict.GetBytes(value);
            Number(bytes.Length);
        }
        catch (EncoderFallbackException)
        {
            bytes = MemoryMarshal.AsBytes(value.AsSpan()).ToArray();
            // a negative length says that UTF-8 could not hold it
            Number(-bytes.Length);
        }
        Raw(bytes);
    }

    public void Span(Span span)
    {
        Number(span.Start - _last);
        Number(span.Length);
        _last = span.Start;
    }

    /// <summary>A place that begins where the one before ended, or near there.</summary>
    public void Next(Span span)
    {
        Number(span.Start - _end);
        _end = span.End;
    }

    public void Span(Span? span)
    {
        if (Has(span is not null))
            Span(span!.Value);
    }

    public void Day(LocalDate day) => Number((((day.Year * 12L) + day.Month - 1) * 31) + day.Day - 1);

    public void Days(DateRange range)
    {
        Count(range.IsUnknown ? 0 : range.IsDay ? 1 : range.IsBounded ? 2 : range.Earliest is not null ? 3 : 4);
        if (range.Earliest is { } earliest)
            Day(earliest);
        if (range.Latest is { } latest && !range.IsDay)
            Day(latest);
    }

    public void List<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Count(items.Count);
        foreach (var item in items)
            write(item);
    }

    /// <summary>One property of many things, side by side: they compress better than the things one by one.</summary>
    public static void Column<T>(IReadOnlyList<T> items, Action<T> write)
    {
        foreach (var item in items)
            write(item);
    }

    private void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    private void Bits(ulong value)
    {
        var room = _bytes.GetSpan(10);
        var used = 0;
        while (value >= 0x80)
        {
            room[used++] = (byte)(value | 0x80);
            value >>= 7;
        }
        room[used++] = (byte)value;
        _bytes.Advance(used);
    }
}
