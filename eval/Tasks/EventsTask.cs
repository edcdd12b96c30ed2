using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>The PLOVER gold records: the type of each sentence's principal event, who did it and to whom. Only <c>id</c> and <c>text</c> are looked at.</summary>
internal static class EventsTask
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string input, string output, int jobs)
    {
        using var stream = SetFile.Open(input);
        // the first record documents the file and bears no text
        var records = JsonNode.Parse(stream)!.AsArray().Where(r => r!["text"] is not null).ToList();
        var answers = new string[records.Count];
        Parallel.For(0, records.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs) }, i =>
            answers[i] = Answer(records[i]!["id"]!.GetValue<string>(), records[i]!["text"]!.GetValue<string>().Trim()));
        File.WriteAllLines(output, answers);
        return 0;
    }

    private static string Answer(string id, string text)
    {
        var page = new Page("set.txt", "", MediaType.PlainText, new SourceText(text), [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], [new Paragraph(new Span(0, text.Length), false)], [], []);
        var document = Annotator.Annotate("d", article);
        var tree = new WordTree(document);
        var reader = new EventReader(document, tree);
        foreach (var sentence in document.Sentences)
        {
            if (PrincipalEvent.Of(document.Words, tree, reader, sentence) is not var (reading, predicate))
                continue;
            var roles = new EventRoles(document, tree, reader.Arguments);
            var (sources, targets) = (new List<int>(), new List<int>());
            roles.Sources(sources, predicate);
            roles.Targets(targets, predicate, reading.Word, sources);
            return Line(id, reading.Plover, Texts(document, roles, sources), Texts(document, roles, targets));
        }
        return Line(id, null, [], []);
    }

    // a pronoun is given as whom it stands for
    private static IEnumerable<string> Texts(Document document, EventRoles roles, List<int> nouns) =>
        nouns.Select(n => document.Words[n].Upos is Upos.Pron && Meant(document, document.Words[n].Span) is { } name ? name : document.Slice(roles.Phrase(n)));

    private static string? Meant(Document document, Span pronoun) =>
        document.Mentions.FirstOrDefault(m => m.Form is MentionForm.Pronoun && m.Span.Overlaps(pronoun)) is { } mention ? document.Entities[mention.Entity].Name : null;

    private static string Line(string id, string? type, IEnumerable<string> source, IEnumerable<string> target) =>
        new JsonObject { ["id"] = id, ["event"] = type, ["source"] = List(source), ["target"] = List(target) }.ToJsonString(Plain);

    private static JsonArray List(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
