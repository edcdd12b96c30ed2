using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>
/// schema.org JSON-LD: articles, who they name, quotations, claims with where they appear, events to come. A claim is
/// never given a review: Readout says who says so, not whether it is so.
/// </summary>
internal static class SchemaOrg
{
    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var named = record.Root.Rows("entities").SelectMany(e => e.Rows("mentions").Select(m => (Document: m.Text("document") ?? "", e.Id))).Distinct().ToLookup(m => m.Document, m => m.Id, StringComparer.Ordinal);
        var basedOn = record.Root.Rows("families").SelectMany(f => f.Rows("links")).Concat(record.Root.Rows("reuse"))
            .Select(l => (From: l.Text("from") ?? "", To: l.Text("to") ?? "")).Distinct().ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        Ld.Document(output, json =>
        {
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            foreach (var page in record.Pages)
                json.Object(() => WritePage(json, page, named[page.Id], basedOn[page.Id]));
            foreach (var entity in record.Root.Rows("entities"))
                json.Object(() => WriteEntity(json, entity));
            foreach (var quotation in record.Root.Rows("quotations"))
                json.Object(() => WriteQuotation(json, record, quotation));
            foreach (var claim in record.Root.Rows("claims"))
                json.Object(() => WriteClaim(json, record, claim));
            foreach (var prospect in record.Root.Rows("prospects"))
                json.Object(() => WriteProspect(json, record, prospect));
            json.WriteEndArray();
        });
    }

    private static void WritePage(Utf8JsonWriter json, Row page, IEnumerable<string> named, IEnumerable<string> basedOn)
    {
        var type = page.Object("type")?.Text("value");
        Begin(json, page.Id, type switch
        {
            "live-blog" => "LiveBlogPosting",
            "index" => "CollectionPage",
            "gallery" => "ImageGallery",
            "video" or "error" => "WebPage",
            _ => "NewsArticle",
        });
        json.Text("headline", page.Object("title")?.Text("value"));
        json.Text("url", RecordView.Address(page));
        if (page.Text("sha256") is { } sha256)
            json.Object("identifier", () => Property(json, "sha256", sha256));
        json.Text("inLanguage", page.Text("language"));
        json.Text("datePublished", Stamp.MomentOrDay(page.Object("published")));
        json.Text("dateModified", Stamp.MomentOrDay(page.Object("modified")));
        if (type == "paywalled-stub")
            json.WriteBoolean("isAccessibleForFree", false);
        json.Objects("author", page.Rows("authors").Where(a => a.Text("value") is not null), author => Thing(json, "Person", author.Text("value")!));
        if (page.Object("outlet")?.Text("value") is { } outlet)
            json.Object("publisher", () => Thing(json, "NewsMediaOrganization", outlet));
        References(json, "isBasedOn", basedOn);
        References(json, "mentions", named);
    }

    private static void WriteEntity(Utf8JsonWriter json, Row entity)
    {
        Begin(json, entity.Id, Kind(entity));
        json.Text("name", entity.Text("name"));
        if (entity.Text("knownAs") is { } known)
            json.Object("identifier", () => Property(json, "readout-list", known));
    }

    private static void WriteQuotation(Utf8JsonWriter json, RecordView record, Row quotation)
    {
        var document = quotation.Text("document");
        Begin(json, quotation.Id, "Quotation");
        var words = quotation.Pairs("content").Select(s => record.Words(document, s)).ToList();
        json.Text("text", words.Contains(null) ? null : string.Join(" … ", words));
        json.Text("inLanguage", record.Page(document)?.Text("language"));
        json.Text("dateCreated", quotation.Days("saidOn").Day);
        // The property is for persons and bodies; for speakers of other kinds there is none.
        if (quotation.Object("speaker")?.Text("entity") is { } speaker && record.Entity(speaker) is { } entity && Kind(entity) is "Person" or "Organization")
            References(json, "spokenByCharacter", [speaker]);
        References(json, "isPartOf", [document]);
    }

    private static void WriteClaim(Utf8JsonWriter json, RecordView record, Row claim)
    {
        var said = claim.Rows("attestations").ToList();
        Begin(json, claim.Id, "Claim");
        json.Text("text", claim.Object("statement") is { } statement ? record.Words(statement) : null);
        var speakers = said.Select(s => s.Rows("chain").LastOrDefault().Text("who")).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(who => record.Entity(who) is { } entity && Kind(entity) is "Person" or "Organization");
        References(json, "author", speakers);
        References(json, "firstAppearance", said.Take(1).Select(s => s.Text("document")));
        References(json, "appearance", said.Select(s => s.Text("document")).Distinct(StringComparer.Ordinal));
    }

    private static void WriteProspect(Utf8JsonWriter json, RecordView record, Row prospect)
    {
        Begin(json, prospect.Id, "Event");
        json.Text("name", prospect.Text("name"));
        json.Text("description", prospect.Text("definition"));
        var window = prospect.Days("window");
        json.Text("startDate", window.Earliest);
        json.Text("endDate", window.Latest);
        // The vocabulary knows a planned event, a postponed and a cancelled one; anything less certain has no status there.
        json.Text("eventStatus", prospect.Text("status") switch
        {
            "scheduled" or "agreed" => "https://schema.org/EventScheduled",
            "postponed" => "https://schema.org/EventPostponed",
            "cancelled" => "https://schema.org/EventCancelled",
            _ => null,
        });
        if (prospect.Object("place")?.Text("value") is { } place)
            json.Object("location", () => Thing(json, "Place", place));
        References(json, "about", prospect.Strings("parties"));
        References(json, "subjectOf", prospect.Rows("history").Select(s => s.Text("document")).Distinct(StringComparer.Ordinal));
    }

    private static string Kind(Row entity) => entity.Text("type") switch
    {
        "person" => "Person",
        "organisation" => "Organization",
        "place" => "Place",
        "event" => "Event",
        "product" => "Product",
        "law" => "Legislation",
        _ => "Thing",
    };

    private static void Begin(Utf8JsonWriter json, string id, string type)
    {
        json.WriteString("@type", type);
        json.WriteString("@id", PageNames.Part(id));
    }

    private static void Thing(Utf8JsonWriter json, string type, string name)
    {
        json.WriteString("@type", type);
        json.WriteString("name", name);
    }

    private static void Property(Utf8JsonWriter json, string name, string value)
    {
        json.WriteString("@type", "PropertyValue");
        json.WriteString("propertyID", name);
        json.WriteString("value", value);
    }

    private static void References(Utf8JsonWriter json, string name, IEnumerable<string?> ids) =>
        json.Objects(name, ids.OfType<string>(), id => json.WriteString("@id", PageNames.Part(id)));
}
