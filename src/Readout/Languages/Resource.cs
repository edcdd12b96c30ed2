using System.IO.Compression;

namespace Readout.Languages;

/// <summary>
/// Reads the word lists that ship inside the assembly. A list is data: a line a row, columns parted by tabs,
/// lines that start with <c>#</c> are notes. Names are paths below this folder, as in <c>En/months.tsv</c>.
/// </summary>
internal static class Resource
{
    /// <summary>The rows of a list, in file order.</summary>
    /// <exception cref="FileNotFoundException">No such list was built in: a bug.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    /// <summary>The rows of a list, cut into their columns.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));

    /// <summary>A list of single words or phrases as a set (ordinal).</summary>
    public static HashSet<string> Set(string name) => new(Lines(name), StringComparer.Ordinal);

    /// <summary>All bytes of a file built in.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The raw bytes; <c>.gz</c> is unpacked.</summary>
    public static Stream Open(string name)
    {
        var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The list '{name}' is not built into Readout.");
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
