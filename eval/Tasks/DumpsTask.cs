using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Eval.Tasks;

/// <summary>Finds the article in whole pages copied as plain text.</summary>
internal static class DumpsTask
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string input, string output, int jobs)
    {
        var dumps = Load(input).OrderBy(d => d.Key, StringComparer.Ordinal).ToArray();
        var bodies = new string[dumps.Length];
        Parallel.For(0, dumps.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => bodies[i] = Body(dumps[i].Key, dumps[i].Value));
        var document = new JsonObject();
        for (var i = 0; i < dumps.Length; i++)
            document[dumps[i].Key] = new JsonObject { ["articleBody"] = bodies[i] };
        File.WriteAllText(output, document.ToJsonString(Json));
        return 0;
    }

    private static string Body(string id, string text)
    {
        try
        {
            return ArticlesTask.Body(ArticleReader.Read(PageReader.Read(id + ".txt", Encoding.UTF8.GetBytes(text))));
        }
        catch (UnreadablePageException unreadable)
        {
            Console.Error.WriteLine(unreadable.Message);
            return "";
        }
    }

    private static Dictionary<string, string> Load(string input)
    {
        using var stream = SetFile.Open(input);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }
}
