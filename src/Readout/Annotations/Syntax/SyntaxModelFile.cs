using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Readout.Annotations;

/// <summary>
/// The file of the tagging and parsing network: "RSYN", version, labels, hashes of forms, tables of bytes with a
/// half-precision scale per row, then the dense weights in 16 bits with one scale each. Little-endian.
/// </summary>
internal static class SyntaxModelFile
{
    private const uint Magic = 0x4E595352;
    private const int Version = 1;

    public static void Write(Stream stream, SyntaxLabels labels, WordIndex index, IReadOnlyList<WeightTable> tables, IReadOnlyList<WeightTable> dense)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        WriteNames(writer, labels.Xpos);
        WriteNames(writer, labels.Relations);
        writer.Write(index.Hashes.Length);
        foreach (var hash in index.Hashes)
            writer.Write(hash);
        foreach (var table in tables)
        {
            var bytes = ByteTable.From(table);
            writer.Write(table.Rows);
            writer.Write(table.Columns);
            foreach (var scale in bytes.Scales)
                writer.Write((Half)scale);
            writer.Write(bytes.Bytes);
        }
        writer.Write(dense.Count);
        foreach (var tensor in dense)
            WriteDense(writer, tensor);
    }

    public static SyntaxNetwork Read(ReadOnlySpan<byte> file)
    {
        var reader = new ModelReader(file);
        if (reader.UInt32() != Magic || reader.Int32() != Version)
            throw new InvalidDataException("Not a syntax model of this version.");
        var labels = new SyntaxLabels(ReadNames(ref reader), ReadNames(ref reader));
        var hashes = MemoryMarshal.Cast<byte, ulong>(reader.Bytes(8 * reader.Int32())).ToArray();
        var words = ReadTable(ref reader);
        var pieces = ReadTable(ref reader);
        var shapes = ReadTable(ref reader);
        var dense = new Dictionary<string, WeightTable>(StringComparer.Ordinal);
        for (var left = reader.Int32(); left > 0; left--)
        {
            var tensor = ReadDense(ref reader);
            dense.Add(tensor.Name, tensor);
        }
        return new SyntaxNetwork(labels, new WordIndex(hashes), words, pieces, shapes, dense);
    }

    private static void WriteNames(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
            WriteName(writer, name);
    }

    private static void WriteName(BinaryWriter writer, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        writer.Write((byte)bytes.Length);
        writer.Write(bytes);
    }

    private static List<string> ReadNames(ref ModelReader reader)
    {
        var names = new List<string>();
        for (var left = reader.Int32(); left > 0; left--)
            names.Add(ReadName(ref reader));
        return names;
    }

    private static string ReadName(ref ModelReader reader) => Encoding.UTF8.GetString(reader.Bytes(reader.Bytes(1)[0]));

    private static ByteTable ReadTable(ref ModelReader reader)
    {
        var rows = reader.Int32();
        var columns = reader.Int32();
        var halves = MemoryMarshal.Cast<byte, Half>(reader.Bytes(2 * rows));
        var scales = new float[rows];
        for (var i = 0; i < rows; i++)
            scales[i] = (float)halves[i];
        return new ByteTable(columns, MemoryMarshal.Cast<byte, sbyte>(reader.Bytes(rows * columns)).ToArray(), scales);
    }

    private static void WriteDense(BinaryWriter writer, WeightTable tensor)
    {
        var largest = 0f;
        foreach (var value in tensor.Values)
            largest = Math.Max(largest, Math.Abs(value));
        var scale = Math.Max(largest, 1e-30f) / short.MaxValue;
        WriteName(writer, tensor.Name);
        writer.Write(tensor.Rows);
        writer.Write(tensor.Columns);
        writer.Write(scale);
        foreach (var value in tensor.Values)
            writer.Write((short)MathF.Round(value / scale));
    }

    private static WeightTable ReadDense(ref ModelReader reader)
    {
        var name = ReadName(ref reader);
        var rows = reader.Int32();
        var columns = reader.Int32();
        var scale = BitConverter.UInt32BitsToSingle(reader.UInt32());
        var steps = MemoryMarshal.Cast<byte, short>(reader.Bytes(2 * rows * columns));
        var values = new float[rows * columns];
        for (var i = 0; i < values.Length; i++)
            values[i] = steps[i] * scale;
        return new WeightTable(name, rows, columns, values);
    }

    private ref struct ModelReader(ReadOnlySpan<byte> file)
    {
        private ReadOnlySpan<byte> _rest = file;

        public ReadOnlySpan<byte> Bytes(int count)
        {
            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }

        public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

        public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));
    }
}
