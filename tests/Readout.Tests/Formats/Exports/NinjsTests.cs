using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Tests.Formats.Exports;

public class NinjsTests
{
    // The properties of ninjs 3.0 that are used, with what each holds; the standard forbids any that it does not name.
    private static readonly Dictionary<string, string> Item = new(StringComparer.Ordinal)
    {
        ["uri"] = "uri", ["type"] = "string", ["representationType"] = "string", ["profile"] = "string", ["title"] = "string", ["firstCreated"] = "date-time", ["versionCreated"] = "date-time",
        ["language"] = "string", ["edNote"] = "string", ["by"] = "string", ["standard"] = "standard", ["headlines"] = "words", ["bodies"] = "words", ["people"] = "named", ["organisations"] = "named",
        ["places"] = "named", ["events"] = "event", ["infoSources"] = "source", ["altIds"] = "altId", ["renditions"] = "rendition", ["associations"] = "item",
    };

    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["standard"] = ["name", "version", "schema"],
        ["words"] = ["role", "contentType", "value", "charCount", "wordCount"],
        ["named"] = ["name", "rel", "uri", "literal"],
        ["event"] = ["id", "name", "rel", "uri", "literal"],
        ["source"] = ["name", "role", "uri", "literal"],
        ["altId"] = ["role", "value"],
        ["rendition"] = ["name", "href", "contentType", "uri"],
    };

    [Fact]
    public void An_item_holds_what_the_standard_names_and_nothing_else()
    {
        foreach (var sample in ExportedSample.All)
        {
            var item = sample.WriteJson("ninjs");
            item.GetProperty("standard").GetProperty("version").GetString().ShouldBe("3.0");
            Check(item, isAssociation: false);
            item.GetProperty("associations").GetArrayLength().ShouldBe(sample.Rows("documents").Count());
        }
    }

    [Fact]
    public void A_body_is_the_paragraphs_of_the_report()
    {
        foreach (var sample in ExportedSample.All)
        {
            foreach (var (item, page) in sample.WriteJson("ninjs").GetProperty("associations").EnumerateArray().Zip(sample.Rows("documents")).Where(p => p.Second.GetProperty("body").GetArrayLength() > 0))
            {
                var body = item.GetProperty("bodies")[0];
                var text = string.Join("\n\n", page.GetProperty("body").EnumerateArray().Select(s => sample.At(page.GetProperty("id").GetString()!, s[0].GetInt32(), s[1].GetInt32())));
                body.GetProperty("value").GetString().ShouldBe(text);
                body.GetProperty("charCount").GetInt32().ShouldBe(text.EnumerateRunes().Count());
            }
        }
    }

    private static void Check(JsonElement item, bool isAssociation)
    {
        item.GetProperty("uri").GetString().ShouldNotBeNullOrEmpty();
        if (isAssociation)
            item.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        new[] { "text", "composite" }.ShouldContain(item.GetProperty("type").GetString());
        foreach (var property in item.EnumerateObject().Where(p => !isAssociation || p.Name != "name"))
        {
            Item.ShouldContainKey(property.Name);
            var holds = Item[property.Name];
            foreach (var value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value])
                CheckValue(holds, value);
        }
    }

    private static void CheckValue(string holds, JsonElement value)
    {
        if (holds == "item")
            Check(value, isAssociation: true);
        else if (holds == "date-time")
            Regex.IsMatch(value.GetString()!, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$").ShouldBeTrue();
        else if (holds == "uri")
            Uri.TryCreate(value.GetString(), UriKind.Absolute, out _).ShouldBeTrue();
        else if (holds == "string")
            value.ValueKind.ShouldBe(JsonValueKind.String);
        else
            value.EnumerateObject().Select(p => p.Name).Except(Parts[holds]).ShouldBeEmpty(holds);
        if (holds == "words")
            value.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.String);
        if (holds == "rendition")
            value.GetProperty("name").ValueKind.ShouldBe(JsonValueKind.String);
    }
}
