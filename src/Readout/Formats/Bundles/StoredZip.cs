using System.Buffers.Binary;
using System.Text;

namespace Readout.Formats.Bundles;

/// <summary>A file of a bundle.</summary>
/// <param name="Name">A plain name: no folders.</param>
public sealed record BundleFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// A ZIP archive in one of the many forms that the format allows: files as they are, no times, no attributes, nothing
/// between. So the same files are the same archive on every machine, an archive that unpacks to more than it is cannot be
/// written, and one that differs in any byte from what its files would be packed to was changed.
/// </summary>
internal static class StoredZip
{
    private const uint LocalSignature = 0x04034b50, CentralSignature = 0x02014b50, EndSignature = 0x06054b50;
    private const int LocalLength = 30, CentralLength = 46, EndLength = 22;

    // The first day that the format can write.
    private const ushort Day = 0x0021;

    public static void Write(IReadOnlyList<BundleFile> files, Stream output)
    {
        var directory = new MemoryStream();
        var offset = 0L;
        foreach (var file in files)
        {
            var name = Encoding.ASCII.GetBytes(file.Name);
            var crc = Crc32.Of(file.Bytes.Span);
            output.Write(Local(name, crc, file.Bytes.Length));
            output.Write(file.Bytes.Span);
            directory.Write(Central(name, crc, file.Bytes.Length, checked((uint)offset)));
            offset += LocalLength + name.Length + file.Bytes.Length;
        }
        output.Write(directory.GetBuffer().AsSpan(0, (int)directory.Length));
        output.Write(End(files.Count, (int)directory.Length, checked((uint)offset)));
    }

    /// <summary>The files of an archive that this class wrote.</summary>
    /// <exception cref="BundleException">It is another archive, or was changed or cut off.</exception>
    public static IReadOnlyList<BundleFile> Read(ReadOnlyMemory<byte> archive)
    {
        var files = new List<BundleFile>();
        var at = 0;
        while (at + 4 <= archive.Length && Signature(archive, at) == LocalSignature)
        {
            var file = ReadLocal(archive, ref at);
            if (files.Exists(f => f.Name == file.Name))
                throw BundleException.Refused($"it holds two files named '{file.Name}'.");
            files.Add(file);
        }
        if (files.Count == 0)
            throw BundleException.Refused("it is no ZIP archive of files.");
        if (at + 4 > archive.Length || Signature(archive, at) != CentralSignature)
            throw BundleException.Damaged($"it is cut off or damaged behind {files[^1].Name}; get it again.");
        var again = new MemoryStream(archive.Length);
        Write(files, again);
        var same = again.GetBuffer().AsSpan(0, (int)again.Length).CommonPrefixLength(archive.Span);
        if (same != archive.Length || same != again.Length)
            throw BundleException.Damaged($"byte {same} of the archive is not what its files would be packed to: it was changed, cut off or packed by another program.");
        return files;
    }

    private static BundleFile ReadLocal(ReadOnlyMemory<byte> archive, ref int at)
    {
        if (at + LocalLength > archive.Length)
            throw BundleException.Damaged("it is cut off; get it again.");
        var head = archive.Span[at..];
        var (flags, method) = (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
        var (packed, length) = (BinaryPrimitives.ReadUInt32LittleEndian(head[18..]), BinaryPrimitives.ReadUInt32LittleEndian(head[22..]));
        var names = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
        var start = at + LocalLength + names;
        if (start > archive.Length)
            throw BundleException.Damaged("it is cut off; get it again.");
        var name = Encoding.ASCII.GetString(archive.Span.Slice(at + LocalLength, names));
        CheckName(name);
        if (method != 0 || packed != length)
            throw BundleException.Refused($"'{name}' is compressed; Readout stores files as they are and unpacks none, for a small file can unpack to any size.");
        if (flags != 0)
            throw BundleException.Refused($"'{name}' is encrypted or streamed; Readout writes neither.");
        if (length > archive.Length - start)
            throw BundleException.Damaged($"it is cut off inside {name}; get it again.");
        at = start + (int)length;
        return new BundleFile(name, archive.Slice(start, (int)length));
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > 100 || name.Contains("..", StringComparison.Ordinal) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
            throw BundleException.Refused($"it holds a file named '{new string([.. name.Take(100).Select(c => char.IsControl(c) ? '?' : c)])}', and a name may not lead out of the bundle.");
    }

    private static uint Signature(ReadOnlyMemory<byte> archive, int at) => BinaryPrimitives.ReadUInt32LittleEndian(archive.Span[at..]);

    private static byte[] Local(byte[] name, uint crc, int length)
    {
        var head = new byte[LocalLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(head, LocalSignature);
        Common(head.AsSpan(4), crc, length, name.Length);
        name.CopyTo(head, LocalLength);
        return head;
    }

    private static byte[] Central(byte[] name, uint crc, int length, uint offset)
    {
        var head = new byte[CentralLength + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(head, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(4), 10);
        Common(head.AsSpan(6), crc, length, name.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(42), offset);
        name.CopyTo(head, CentralLength);
        return head;
    }

    // Version 1.0 can read it; flags, method and time are 0.
    private static void Common(Span<byte> at, uint crc, int length, int name)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, 10);
        BinaryPrimitives.WriteUInt16LittleEndian(at[8..], Day);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(at[14..], (uint)length);
        BinaryPrimitives.WriteUInt32LittleEndian(at[18..], (uint)length);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)name);
    }

    private static byte[] End(int files, int directory, uint offset)
    {
        var end = new byte[EndLength];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)files);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)files);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), offset);
        return end;
    }
}
