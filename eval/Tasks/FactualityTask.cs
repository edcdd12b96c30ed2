using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Annotations;
using Readout.Training;

namespace Readout.Eval.Tasks;

/// <summary>How certain each asked-for word of a sentence is made, from −3 to 3; the labels in the input are not looked at.</summary>
internal static class FactualityTask
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string input, string output, int jobs) => SetFile.Answer(input, output, jobs, Answer);

    private static string Answer(string line)
    {
        var json = JsonNode.Parse(line)!;
        var text = json["text"]!.GetValue<string>();
        var document = FactualitySentence.Read(text);
        var tagger = new FactualityTagger(document, new WordTree(document), FactualityModel.En);
        foreach (var target in json["targets"]!.AsArray())
        {
            var range = target!["span1"]!;
            var place = FactualitySentence.Place(text, range[0]!.GetValue<int>(), range[1]!.GetValue<int>());
            // a word that no tree covers is taken as it stands
            target["label"] = Math.Round(tagger.Read(place) ?? FactualityModel.Certain, 3);
        }
        return json.ToJsonString(Plain);
    }
}
