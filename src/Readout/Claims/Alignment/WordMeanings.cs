using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Readout.Languages;
using WordScanner = Readout.Stories.Streams.WordScanner;

namespace Readout.Claims;

/// <summary>
/// How near two words are in meaning, by the company they keep: vectors of word stems (Mikolov et al., 2013), a byte a value.
/// Read once, shared by threads; whole numbers until the last step, so that every processor agrees.
/// </summary>
internal sealed class WordMeanings
{
    private const uint Magic = 0x4E414D52;
    private static readonly Lazy<WordMeanings> Shared = new(() => new WordMeanings(Resource.Bytes("models/meanings-en.bin")));

    private readonly Dictionary<uint, int> _rows;
    private readonly short[] _values;
    private readonly float[] _norms;
    private readonly int _size;

    public WordMeanings(ReadOnlySpan<byte> file)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidDataException("Not a file of word vectors.");
        _size = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        _rows = new Dictionary<uint, int>(count);
        for (var i = 0; i < count; i++)
            _rows[BinaryPrimitives.ReadUInt32LittleEndian(file[(12 + (4 * i))..])] = i;
        _values = Array.ConvertAll(MemoryMarshal.Cast<byte, sbyte>(file.Slice(12 + (4 * count), count * _size)).ToArray(), b => (short)b);
        _norms = new float[count];
        for (var i = 0; i < count; i++)
            _norms[i] = MathF.Sqrt(Dot(i, i));
    }

    public static WordMeanings En => Shared.Value;

    /// <summary>Row of a stem; −1 where it has no vector.</summary>
    public int Row(uint stem) => _rows.GetValueOrDefault(stem, -1);

    /// <summary>Cosine of two rows.</summary>
    public float Cosine(int a, int b)
    {
        if (a < 0 || b < 0)
            return 0;
        var norms = _norms[a] * _norms[b];
        return norms == 0 ? 0 : Dot(a, b) / norms;
    }

    /// <summary>Cosine of two lemmas of English words; 0 where either has no vector.</summary>
    public float Cosine(string? a, string? b) => a is null || b is null ? 0 : Cosine(Row(a), Row(b));

    private int Row(string lemma)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var scanner = new WordScanner(lemma, english: true, buffer);
        return scanner.Next() ? Row(scanner.Current.Stem) : -1;
    }

    /// <summary>Writes unit vectors, row after row, as a file.</summary>
    public static void Write(Stream stream, ReadOnlySpan<uint> stems, ReadOnlySpan<float> vectors)
    {
        var size = vectors.Length / stems.Length;
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(size);
        writer.Write(stems.Length);
        foreach (var stem in stems)
            writer.Write(stem);
        for (var i = 0; i < stems.Length; i++)
        {
            var vector = vectors.Slice(i * size, size);
            var largest = 1e-9f;
            foreach (var value in vector)
                largest = Math.Max(largest, Math.Abs(value));
            foreach (var value in vector)
                writer.Write((sbyte)MathF.Round(value / largest * 127));
        }
    }

    // A product of two bytes fits 16 bits; sums are taken in 32.
    private int Dot(int a, int b)
    {
        var x = _values.AsSpan(a * _size, _size);
        var y = _values.AsSpan(b * _size, _size);
        var sums = Vector128<int>.Zero;
        var i = 0;
        for (; i + 8 <= x.Length; i += 8)
        {
            var (low, high) = Vector128.Widen(Vector128.Create<short>(x[i..]) * Vector128.Create<short>(y[i..]));
            sums += low + high;
        }
        var sum = Vector128.Sum(sums);
        for (; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
