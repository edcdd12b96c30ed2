using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Tests.Formats.Exports;

public class SchemaOrgTests
{
    // What schema.org 28 gives each type that is used, inherited properties included, as far as they are used.
    private static readonly Dictionary<string, string[]> Vocabulary = new(StringComparer.Ordinal)
    {
        ["NewsArticle"] = ["headline", "url", "identifier", "inLanguage", "datePublished", "dateModified", "isAccessibleForFree", "author", "publisher", "isBasedOn", "mentions"],
        ["Claim"] = ["text", "author", "firstAppearance", "appearance"],
        ["Quotation"] = ["text", "inLanguage", "dateCreated", "spokenByCharacter", "isPartOf"],
        ["Event"] = ["name", "description", "startDate", "endDate", "eventStatus", "location", "about", "subjectOf", "identifier"],
        ["PropertyValue"] = ["propertyID", "value"],
        ["Thing"] = ["name", "identifier"],
    };

    private static readonly Dictionary<string, string[]> Ranges = new(StringComparer.Ordinal)
    {
        ["author"] = ["Person", "Organization"],
        ["publisher"] = ["Person", "Organization", "NewsMediaOrganization"],
        ["spokenByCharacter"] = ["Person", "Organization"],
        ["isPartOf"] = ["NewsArticle", "LiveBlogPosting", "WebPage", "CollectionPage", "ImageGallery"],
        ["isBasedOn"] = ["NewsArticle", "LiveBlogPosting", "WebPage", "CollectionPage", "ImageGallery"],
        ["appearance"] = ["NewsArticle", "LiveBlogPosting", "WebPage", "CollectionPage", "ImageGallery"],
        ["firstAppearance"] = ["NewsArticle", "LiveBlogPosting", "WebPage", "CollectionPage", "ImageGallery"],
        ["subjectOf"] = ["NewsArticle", "LiveBlogPosting", "WebPage", "CollectionPage", "ImageGallery"],
        ["location"] = ["Place"],
        ["identifier"] = ["PropertyValue"],
    };

    [Fact]
    public void Types_and_properties_are_the_vocabularys_and_point_at_what_is_there()
    {
        foreach (var sample in ExportedSample.All)
        {
            var document = sample.WriteJson("schema-org");
            document.GetProperty("@context").GetString().ShouldBe("https://schema.org");
            var graph = document.GetProperty("@graph").EnumerateArray().ToList();
            var types = graph.ToDictionary(n => n.GetProperty("@id").GetString()!, n => n.GetProperty("@type").GetString()!, StringComparer.Ordinal);
            foreach (var node in graph)
                CheckNode(node, types);
        }
    }

    [Fact]
    public void No_claim_is_judged() => ExportedSample.All.ShouldAllBe(s => !Regex.IsMatch(s.Write("schema-org"), "\"(ClaimReview|reviewRating|Rating|claimReviewed)\""));

    [Fact]
    public void Words_of_claims_and_quotations_are_those_of_the_document()
    {
        foreach (var sample in ExportedSample.All)
        {
            var nodes = sample.WriteJson("schema-org").GetProperty("@graph").EnumerateArray().ToDictionary(n => n.GetProperty("@id").GetString()!["urn:x-readout:".Length..], n => n, StringComparer.Ordinal);
            foreach (var claim in sample.Rows("claims"))
            {
                var (document, span) = (claim.GetProperty("statement").GetProperty("document").GetString()!, claim.GetProperty("statement").GetProperty("span"));
                nodes[claim.GetProperty("id").GetString()!].GetProperty("text").GetString().ShouldBe(sample.At(document, span[0].GetInt32(), span[1].GetInt32()));
            }
            foreach (var quotation in sample.Rows("quotations"))
            {
                nodes[quotation.GetProperty("id").GetString()!].GetProperty("text").GetString().ShouldBe(string.Join(" … ",
                    quotation.GetProperty("content").EnumerateArray().Select(s => sample.At(quotation.GetProperty("document").GetString()!, s[0].GetInt32(), s[1].GetInt32()))));
            }
        }
    }

    private static void CheckNode(JsonElement node, Dictionary<string, string> types)
    {
        var type = node.GetProperty("@type").GetString()!;
        var known = Vocabulary.GetValueOrDefault(type) ?? (type is "LiveBlogPosting" or "WebPage" or "CollectionPage" or "ImageGallery" ? Vocabulary["NewsArticle"] : Vocabulary["Thing"]);
        foreach (var property in node.EnumerateObject().Where(p => p.Name[0] != '@'))
        {
            known.ShouldContain(property.Name, type);
            var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToList() : [property.Value];
            foreach (var value in values.Where(v => v.ValueKind == JsonValueKind.Object))
            {
                var id = value.TryGetProperty("@id", out var at) ? at.GetString() : null;
                if (id is null)
                    CheckNode(value, types);
                var valueType = id is null ? value.GetProperty("@type").GetString()! : types[id];
                if (Ranges.TryGetValue(property.Name, out var range))
                    range.ShouldContain(valueType, property.Name);
            }
            if (property.Name is "datePublished" or "dateModified" or "dateCreated" or "startDate" or "endDate")
                property.Value.GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?$");
        }
    }
}
