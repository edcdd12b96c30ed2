using System.Globalization;
using System.IO.Compression;
using Readout.Annotations;

namespace Readout.Training;

/// <summary>A word of a treebank.</summary>
internal readonly record struct TreebankWord(string Form, string Lemma, Upos Upos, string Xpos, int Head, string Relation);

/// <summary>Reads the sentences of CoNLL-U files.</summary>
internal static class Treebank
{
    /// <summary>All sentences; of GUM only the documents whose genre is listed as free.</summary>
    /// <param name="shared">Folder that holds <c>data/</c>.</param>
    public static List<TreebankWord[]> Training(string shared)
    {
        var language = Path.Combine(shared, "data", "language");
        var free = new HashSet<string>(FreeGenres(Path.Combine(language, "ud-gum", "genres-cc-by.txt")), StringComparer.Ordinal);
        return
        [
            .. Read(Path.Combine(language, "ud-ewt", "en_ewt-ud-train.conllu.gz"), _ => true),
            .. Read(Path.Combine(language, "ud-gum", "en_gum-ud-train.conllu.gz"), id => free.Contains(Genre(id))),
        ];
    }

    /// <summary>The part that tells when to stop.</summary>
    public static List<TreebankWord[]> Development(string shared) =>
        Read(Path.Combine(shared, "data", "language", "ud-ewt", "en_ewt-ud-dev.conllu.gz"), _ => true);

    // "Genres …: news, interview, bio": the names follow the colon
    private static IEnumerable<string> FreeGenres(string path)
    {
        var line = File.ReadLines(path).First();
        return line[(line.LastIndexOf(':') + 1)..].Split(',', StringSplitOptions.TrimEntries);
    }

    // GUM_genre_title
    private static string Genre(string document) => document.Split('_') is [_, var genre, ..] ? genre : "";

    public static List<TreebankWord[]> Read(string path, Func<string, bool> takes)
    {
        using var stream = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(plain);
        var sentences = new List<TreebankWord[]>();
        var words = new List<TreebankWord>();
        var taken = takes("");
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
                taken = takes(line["# newdoc id = ".Length..]);
            if (line.Length == 0)
            {
                if (words.Count > 0 && taken)
                    sentences.Add([.. words]);
                words.Clear();
            }
            else if (line[0] != '#' && Word(line.Split('\t')) is { } word)
            {
                words.Add(word);
            }
        }
        if (words.Count > 0 && taken)
            sentences.Add([.. words]);
        return sentences;
    }

    private static TreebankWord? Word(string[] columns)
    {
        if (columns[0].AsSpan().IndexOfAny('-', '.') >= 0)
            return null;
        return new TreebankWord(
            columns[1], columns[2], Enum.Parse<Upos>(columns[3], ignoreCase: true), columns[4],
            int.Parse(columns[6], CultureInfo.InvariantCulture), columns[7]);
    }
}
