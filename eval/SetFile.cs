using System.IO.Compression;
using System.Text.Json;

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

    /// <summary>The lines of a JSONL file that hold something.</summary>
    public static IEnumerable<string> Rows(string path) => Lines(path).Where(l => l.Length > 0);

    /// <summary>Answers a JSONL file line by line, in its order, on several threads.</summary>
    public static int Answer(string input, string output, int jobs, Func<string, string> answer)
    {
        var rows = Rows(input).ToList();
        var answers = new string[rows.Count];
        Parallel.For(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs) }, i => answers[i] = answer(rows[i]));
        File.WriteAllLines(output, answers);
        return 0;
    }

    /// <summary>Writes which cluster each id belongs to, as one object in the order of the ids.</summary>
    public static void WriteClusters(string output, IEnumerable<KeyValuePair<string, string>> clusters) =>
        File.WriteAllText(output, JsonSerializer.Serialize(new SortedDictionary<string, string>(clusters.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)));
}
