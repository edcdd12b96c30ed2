using System.Text;

namespace Readout.Pages;

/// <summary>An encoding of the WHATWG Encoding Standard, by whose rules browsers read.</summary>
/// <param name="Name">The standard's name for it, lower case.</param>
/// <param name="Encoding">What decodes it; null for the sets that browsers refuse to read.</param>
internal sealed record Charset(string Name, Encoding? Encoding)
{
    private sealed record Table(Dictionary<string, Charset> Labels, Dictionary<string, Charset> Languages);

    private static readonly Lazy<Table> Loaded = new(Load);

    public static Charset Utf8 { get; } = new("utf-8", System.Text.Encoding.UTF8);

    public bool IsUtf8 => Name == "utf-8";

    public bool IsUtf16 => Name is "utf-16le" or "utf-16be";

    /// <summary>Sets in which one or two bytes make a character: a short text in them may happen to be valid UTF-8.</summary>
    public bool IsMultiByte => Name is "gbk" or "gb18030" or "big5" or "euc-jp" or "shift_jis" or "euc-kr";

    /// <summary>The set that a label stands for; null for labels the standard doesn't know.</summary>
    public static Charset? Named(string label) => Loaded.Value.Labels.GetValueOrDefault(label.Trim('\t', '\n', '\f', '\r', ' ').ToLowerInvariant());

    /// <summary>The set that pages in a language use where they declare none; null for the many that use windows-1252.</summary>
    public static Charset? UsualFor(string language)
    {
        var languages = Loaded.Value.Languages;
        var code = language.Trim().ToLowerInvariant();
        return languages.GetValueOrDefault(code) ?? languages.GetValueOrDefault(code.Split('-', '_')[0]);
    }

    private static Table Load()
    {
        var table = new Table(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        using var reader = new StreamReader(typeof(Charset).Assembly.GetManifestResourceStream("charsets.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var row = line.Split('\t');
            var charset = row[0] == Utf8.Name ? Utf8 : new Charset(row[0], Codec(row[0], row[1]));
            foreach (var label in row[2].Split(' '))
                table.Labels[label] = charset;
            foreach (var language in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table.Languages[language] = charset;
        }
        return table;
    }

    // Without a fallback of its own .NET puts question marks, which nobody can tell from the page's.
    private static Encoding? Codec(string name, string codec) => codec switch
    {
        "replacement" => null,
        "utf-16le" => System.Text.Encoding.Unicode,
        "utf-16be" => System.Text.Encoding.BigEndianUnicode,
        "user" => new SingleByteEncoding(name, [.. Enumerable.Range(0xF780, 0x80).Select(c => (char)c)]),
        ['=', .. var upper] => new SingleByteEncoding(name, [.. Enumerable.Range(0x80, 0x20).Select(c => (char)c), .. upper]),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(int.Parse(codec, System.Globalization.CultureInfo.InvariantCulture), EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
    };
}
