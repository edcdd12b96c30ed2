using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Readout.Pages;

namespace Readout.Training;

/// <summary>A page whose article is known.</summary>
/// <param name="Set">Name of the set it belongs to.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Site">What its pages share a template with; folds never part a site.</param>
/// <param name="Page">The page as Readout reads it.</param>
/// <param name="Truth">Tokens of the article's text.</param>
/// <param name="Measured">False for pages that are only learned from.</param>
internal sealed record TrainingPage(string Set, string Id, string Site, Page Page, List<string> Truth, bool Measured = true);

/// <summary>Reads the sets that body models are made from.</summary>
internal static partial class TrainingPages
{
    /// <summary>Pages with markup and, in the same order, the text of their articles.</summary>
    public static IEnumerable<TrainingPage> Html(string extraction, string set, string goldFile)
    {
        foreach (var (id, gold) in Gold(Path.Combine(extraction, set, goldFile)))
        {
            var file = Path.Combine(extraction, set, "html", id + ".html.gz");
            if (File.Exists(file) && Read(file, File.ReadAllBytes(file)) is { } page)
                yield return new TrainingPage(set, id, SiteOf(gold.Url), page, ShingleScore.Tokens(gold.Body));
        }
    }

    /// <summary>The same pages as text that was copied out of a browser.</summary>
    public static IEnumerable<TrainingPage> Dumps(string extraction, string set, string goldFile)
    {
        using var dumps = Open(Path.Combine(extraction, set, "textdump.json.gz"));
        var gold = Gold(Path.Combine(extraction, set, goldFile));
        foreach (var dump in dumps.RootElement.EnumerateObject())
        {
            if (gold.TryGetValue(dump.Name, out var known) && Read(dump.Name + ".txt", Encoding.UTF8.GetBytes(dump.Value.GetString() ?? "")) is { } page)
                yield return new TrainingPage(set, dump.Name, SiteOf(known.Url), page, ShingleScore.Tokens(known.Body));
        }
    }

    /// <summary>
    /// Pages that state their own article in JSON-LD (<c>articleBody</c>). Nobody marked them; they are learned from, not measured on.
    /// </summary>
    public static IEnumerable<TrainingPage> SelfStated(string extraction, string set)
    {
        foreach (var page in Unmarked(extraction, set))
        {
            if (StatedBody(Path.Combine(extraction, set, "html", page.Id + ".html.gz")) is { } body)
                yield return page with { Truth = ShingleScore.Tokens(body) };
        }
    }

    /// <summary>All pages with markup of a set whose articles nobody marked, their text left empty.</summary>
    public static IEnumerable<TrainingPage> Unmarked(string extraction, string set)
    {
        var urls = Gold(Path.Combine(extraction, set, "gold.json"));
        foreach (var file in Directory.GetFiles(Path.Combine(extraction, set, "html")).Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileName(file)[..^".html.gz".Length];
            if (Read(file, File.ReadAllBytes(file)) is { } page && page.MediaType == MediaType.Html)
                yield return new TrainingPage(set, id, SiteOf(urls.TryGetValue(id, out var gold) ? gold.Url : id), page, [], Measured: false);
        }
    }

    /// <summary>A page as somebody would paste it: the same blocks, line by line, without markup.</summary>
    public static TrainingPage? AsText(TrainingPage page)
    {
        var text = string.Join("\n", page.Page.Blocks.Select(b => page.Page.Text.Slice(b.Span).Replace('\n', ' ')));
        return Read(page.Id + ".txt", Encoding.UTF8.GetBytes(text)) is { } plain ? page with { Page = plain, Measured = false } : null;
    }

    private static string? StatedBody(string file)
    {
        using var bytes = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(bytes, Encoding.UTF8);
        if (ArticleBody().Match(reader.ReadToEnd()) is not { Success: true } match)
            return null;
        try
        {
            var text = JsonSerializer.Deserialize<string>("\"" + match.Groups[1].Value + "\"") ?? "";
            return Tags().Replace(System.Net.WebUtility.HtmlDecode(text), " ");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("\"articleBody\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){400,})\"")]
    private static partial Regex ArticleBody();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    private static Page? Read(string name, byte[] bytes)
    {
        try
        {
            return PageReader.Read(name, bytes);
        }
        catch (UnreadablePageException)
        {
            return null;
        }
    }

    private static Dictionary<string, (string Url, string Body)> Gold(string file)
    {
        using var document = Open(File.Exists(file) ? file : file + ".gz");
        var gold = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var body = entry.Value.TryGetProperty("articleBody", out var stated) ? stated.GetString() : null;
            gold[entry.Name] = (entry.Value.GetProperty("url").GetString() ?? "", body ?? "");
        }
        return gold;
    }

    private static JsonDocument Open(string file)
    {
        using var bytes = File.OpenRead(file);
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
            return JsonDocument.Parse(bytes);
        using var inflated = new GZipStream(bytes, CompressionMode.Decompress);
        return JsonDocument.Parse(inflated);
    }

    /// <summary>The name a site goes by: the longest label of its host that is no suffix, so that sister domains are one site.</summary>
    internal static string SiteOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return url;
        var labels = address.Host.Split('.');
        return labels.Length <= 2 ? labels[0] : labels[..^1].Where(l => l is not ("www" or "com")).MaxBy(l => l.Length) ?? address.Host;
    }
}
