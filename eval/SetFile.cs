using System.IO.Compression;

namespace Readout.Eval;

/// <summary>Files of the sets, packed or plain.</summary>
internal static class SetFile
{
    /// <summary>The bytes of a file; <c>.gz</c> is unpacked.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The lines of a text file.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
