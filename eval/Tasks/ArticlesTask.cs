using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Eval.Tasks;

/// <summary>Reads a folder of pages as the product does and writes what it took each article to be.</summary>
internal static class ArticlesTask
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string input, string output, int jobs)
    {
        var folder = Directory.Exists(Path.Combine(input, "html")) ? Path.Combine(input, "html") : input;
        var files = Directory.GetFiles(folder).Where(f => f.Contains(".htm", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"{folder}: no pages here. Name a folder that holds html/*.html.gz.");
            return 2;
        }
        var results = new ConcurrentDictionary<string, JsonObject>(StringComparer.Ordinal);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = jobs }, file =>
        {
            var name = Path.GetFileName(file);
            results[name[..name.IndexOf(".htm", StringComparison.Ordinal)]] = Read(file);
        });
        var document = new JsonObject();
        foreach (var (id, result) in results.OrderBy(r => r.Key, StringComparer.Ordinal))
            document[id] = result;
        File.WriteAllText(output, document.ToJsonString(Json));
        return 0;
    }

    private static JsonObject Read(string file)
    {
        try
        {
            return Describe(ArticleReader.Read(PageReader.Read(file, File.ReadAllBytes(file))));
        }
        catch (UnreadablePageException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
            return new JsonObject { ["articleBody"] = "" };
        }
    }

    private static JsonObject Describe(Article article)
    {
        var authors = new JsonArray();
        foreach (var author in article.Authors)
            authors.Add(author.Value);
        return new JsonObject
        {
            ["articleBody"] = Body(article),
            ["title"] = article.Title?.Value,
            ["date"] = article.Published?.Day is { } day ? LocalDatePattern.Iso.Format(day) : null,
            ["authors"] = authors,
            ["dates"] = new JsonArray([.. article.DateCandidates.Select(c => (JsonNode)$"{c.When} {c.Where}{(c.Chosen ? " chosen" : "")}: {article.Page.Text.Slice(c.Span)}: {c.Reason}")]),
            ["language"] = article.Language,
            ["outlet"] = article.Outlet?.Value,
            ["type"] = article.Type.ToString(),
            ["languages"] = new JsonArray([.. article.Languages.Select(l => JsonValue.Create($"{l.Language} {l.Span}"))]),
            ["diagnostics"] = new JsonArray([.. article.Diagnostics.Select(d => JsonValue.Create(d.Code))]),
        };
    }

    internal static string Body(Article article) => string.Join("\n\n", article.Paragraphs.Select(p => article.Page.Text.Slice(p.Span)));
}
