using System.Text.Json;

namespace Readout.Tests.Formats.Exports;

public class WebAnnotationTests
{
    private static readonly string[] Motivations =
    [
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging",
    ];

    [Fact]
    public void Both_selectors_of_every_target_lead_to_the_same_words_of_its_page()
    {
        foreach (var sample in ExportedSample.All)
        {
            var pages = sample.Rows("documents").ToDictionary(Source, p => p, StringComparer.Ordinal);
            var count = 0;
            foreach (var target in Items(sample).SelectMany(a => a.GetProperty("target").EnumerateArray()))
            {
                var page = pages[target.GetProperty("state").GetProperty("cached").GetString()!];
                var text = page.GetProperty("text").GetString()!;
                var (quote, position) = (Selector(target, "TextQuoteSelector"), Selector(target, "TextPositionSelector"));
                var (exact, start, end) = (quote.GetProperty("exact").GetString()!, position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
                sample.At(page.GetProperty("id").GetString()!, start, end).ShouldBe(exact);
                Find(text, Text(quote, "prefix"), exact, Text(quote, "suffix")).ShouldContain(start, $"{sample.Name} {exact}");
                count++;
            }
            count.ShouldBeGreaterThan(10);
        }
    }

    [Fact]
    public void A_collection_is_what_the_model_asks_for()
    {
        foreach (var sample in ExportedSample.All)
        {
            var collection = sample.WriteJson("annotations");
            collection.GetProperty("@context").GetString().ShouldBe("http://www.w3.org/ns/anno.jsonld");
            collection.GetProperty("type").GetString().ShouldBe("AnnotationCollection");
            collection.GetProperty("total").GetInt32().ShouldBe(Items(sample).Count);
            var page = collection.GetProperty("first");
            page.GetProperty("type").GetString().ShouldBe("AnnotationPage");
            page.GetProperty("partOf").GetString().ShouldBe(collection.GetProperty("id").GetString());
            Items(sample).Select(a => a.GetProperty("id").GetString()).ShouldBeUnique();
            foreach (var annotation in Items(sample))
            {
                Uri.TryCreate(annotation.GetProperty("id").GetString(), UriKind.Absolute, out _).ShouldBeTrue();
                annotation.GetProperty("type").GetString().ShouldBe("Annotation");
                Motivations.ShouldContain(annotation.GetProperty("motivation").GetString());
                annotation.GetProperty("target").GetArrayLength().ShouldBeGreaterThan(0);
                foreach (var body in annotation.GetProperty("body").EnumerateArray())
                {
                    body.GetProperty("type").GetString().ShouldBe("TextualBody");
                    Motivations.ShouldContain(body.GetProperty("purpose").GetString());
                    body.GetProperty("value").GetString().ShouldNotBeNullOrEmpty();
                }
            }
        }
    }

    [Fact]
    public void Everything_that_stands_on_words_is_annotated()
    {
        var dam = ExportedSample.All[0];
        var ids = Items(dam).Select(a => a.GetProperty("id").GetString()!["urn:x-readout:".Length..].Split('.')).ToList();
        foreach (var array in new[] { "entities", "claims", "prospects", "disputes" })
            dam.Rows(array).Select(r => r.GetProperty("id").GetString()!).Where(id => ids.All(i => i[0] != id)).ShouldBeEmpty(array);
        ids.Count(i => i[0][0] == 'q').ShouldBe(dam.Rows("quotations").Count());
        ids.Count(i => i[0][0] == 't').ShouldBe(dam.Rows("times").Count());
    }

    [Fact]
    public void An_address_that_is_a_script_is_no_source() =>
        ExportedSample.All[^1].Write("annotations").ShouldNotContain("\"source\": \"javascript");

    private static List<JsonElement> Items(ExportedSample sample) => [.. sample.WriteJson("annotations").GetProperty("first").GetProperty("items").EnumerateArray()];

    private static JsonElement Selector(JsonElement target, string type) =>
        target.GetProperty("selector").EnumerateArray().Single(s => s.GetProperty("type").GetString() == type);

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString()! : "";

    // RFC 6920, from the hash that the document gives.
    private static string Source(JsonElement page) => "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(page.GetProperty("sha256").GetString()!)).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    // Everywhere the words stand between those around them, in code points.
    private static List<int> Find(string text, string prefix, string exact, string suffix)
    {
        var found = new List<int>();
        var all = prefix + exact + suffix;
        for (var at = text.IndexOf(all, StringComparison.Ordinal); at >= 0; at = text.IndexOf(all, at + 1, StringComparison.Ordinal))
            found.Add(text[..(at + prefix.Length)].EnumerateRunes().Count());
        return found;
    }
}
