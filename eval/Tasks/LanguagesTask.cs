using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Languages;

namespace Readout.Eval.Tasks;

/// <summary>Tells the language of texts: a JSON object with <c>id</c> and <c>text</c> a line in, <c>{id: code}</c> out.</summary>
internal static class LanguagesTask
{
    public static int Run(string input, string output, int jobs)
    {
        var document = new JsonObject();
        foreach (var line in File.ReadLines(input))
        {
            var row = JsonNode.Parse(line)!;
            document[row["id"]!.GetValue<string>()] = LanguageIdentifier.Identify(row["text"]!.GetValue<string>());
        }
        File.WriteAllText(output, document.ToJsonString(JsonSerializerOptions.Default));
        return 0;
    }
}
