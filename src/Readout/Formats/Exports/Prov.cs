using System.Globalization;
using System.Text.Json;

namespace Readout.Formats.Exports;

/// <summary>
/// PROV-JSON: entities are pages, their texts, quotations, claims and their attestations; activities are the writing of a
/// page from others, its reading, and the rules that found something in its text; agents are outlets, speakers and Readout.
/// Nobody knows when any of it was done, so no times are given.
/// </summary>
internal sealed class Prov
{
    private const string Readout = "ro:readout";

    // The standard groups statements by kind; each kind keeps the order in which its statements are made.
    private static readonly string[] Kinds =
    [
        "entity", "activity", "agent", "wasGeneratedBy", "used", "wasAttributedTo", "wasAssociatedWith", "wasDerivedFrom", "specializationOf",
    ];

    private readonly RecordView _record;
    private readonly Dictionary<string, List<(string Id, Action<Utf8JsonWriter> Fields)>> _statements = Kinds.ToDictionary(k => k, _ => new List<(string, Action<Utf8JsonWriter>)>(), StringComparer.Ordinal);
    private readonly Dictionary<string, string> _agents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private int _relations;

    private Prov(RecordView record) => _record = record;

    public static void Write(RecordView record, ExportOptions options, Stream output)
    {
        var prov = new Prov(record);
        prov.Declare("agent", Readout, "prov:SoftwareAgent", ("prov:label", "Readout"), ("ro:version", options.Version));
        foreach (var page in record.Pages)
            prov.AddPage(page);
        foreach (var copies in record.Root.Rows("families").SelectMany(f => f.Rows("links")).Concat(record.Root.Rows("reuse")).GroupBy(l => l.Text("from") ?? "", StringComparer.Ordinal))
            prov.AddWriting(copies.Key, copies);
        foreach (var quotation in record.Root.Rows("quotations"))
            prov.AddQuotation(quotation);
        foreach (var claim in record.Root.Rows("claims"))
            prov.AddClaim(claim);
        Ld.Document(output, prov.WriteStatements);
    }

    private void WriteStatements(Utf8JsonWriter json)
    {
        json.Object("prefix", () => json.WriteString("ro", "urn:x-readout:"));
        foreach (var kind in Kinds.Where(k => _statements[k].Count > 0))
        {
            json.Object(kind, () =>
            {
                foreach (var (id, fields) in _statements[kind])
                    json.Object(id, () => fields(json));
            });
        }
    }

    private void AddPage(Row page)
    {
        var (bytes, text, reading) = (Page(page.Id), Text(page.Id), "ro:reading." + page.Id);
        Declare("entity", bytes, "ro:Page", ("prov:label", page.Object("title")?.Text("value")), ("prov:location", page.Text("path")), ("ro:sha256", page.Text("sha256")), ("ro:address", RecordView.Address(page)));
        Declare("entity", text, "ro:Text", ("ro:language", page.Text("language")));
        Declare("activity", reading, "ro:Reading");
        Relate("used", ("prov:activity", reading), ("prov:entity", bytes));
        Relate("wasGeneratedBy", ("prov:entity", text), ("prov:activity", reading));
        Relate("wasAssociatedWith", ("prov:activity", reading), ("prov:agent", Readout));
        Relate("wasDerivedFrom", ("prov:generatedEntity", text), ("prov:usedEntity", bytes), ("prov:activity", reading));
        if (page.Object("outlet")?.Text("value") is { } outlet)
            Relate("wasAttributedTo", ("prov:entity", bytes), ("prov:agent", Agent(outlet, "prov:Organization")));
    }

    // A page comes into being once, however many links show what it was made from.
    private void AddWriting(string page, IEnumerable<Row> links)
    {
        if (_record.Page(page) is not { } row)
            return;
        var writing = "ro:writing." + page;
        Declare("activity", writing, "ro:Copying");
        Relate("wasGeneratedBy", ("prov:entity", Page(page)), ("prov:activity", writing));
        if (row.Object("outlet")?.Text("value") is { } outlet)
            Relate("wasAssociatedWith", ("prov:activity", writing), ("prov:agent", Agent(outlet, "prov:Organization")));
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in links.Where(l => _record.Page(l.Text("to")) is not null))
        {
            var source = Page(link.Text("to")!);
            if (used.Add(source))
                Relate("used", ("prov:activity", writing), ("prov:entity", source));
            Relate("wasDerivedFrom", ("prov:generatedEntity", Page(page)), ("prov:usedEntity", source), ("prov:activity", writing), ("ro:link", link.Text("link")), ("ro:reason", link.Text("reason")));
        }
    }

    private void AddQuotation(Row quotation)
    {
        var document = quotation.Text("document") ?? "";
        var spans = quotation.Pairs("content").ToList();
        if (_record.Page(document) is null || spans.Count == 0)
            return;
        var words = spans.Select(s => _record.Words(document, s)).ToList();
        AddFound("ro:" + quotation.Id, "ro:Quotation", document, spans, words.Contains(null) ? null : string.Join(" … ", words), quotation.Text("rule") ?? "quotation");
        if (quotation.Object("speaker")?.Text("entity") is { } speaker)
            Relate("wasAttributedTo", ("prov:entity", "ro:" + quotation.Id), ("prov:agent", Agent(speaker)));
    }

    private void AddClaim(Row claim)
    {
        var id = "ro:" + claim.Id;
        Declare("entity", id, "ro:Claim", ("prov:value", claim.Object("statement") is { } statement ? _record.Words(statement) : null));
        foreach (var (said, number) in claim.Rows("attestations").Select((a, i) => (a, i + 1)))
        {
            if (_record.Page(said.Text("document")) is null || said.Pair("span") is not { } span)
                continue;
            var attestation = string.Create(CultureInfo.InvariantCulture, $"{id}.{number}");
            AddFound(attestation, "ro:Attestation", said.Text("document")!, [span], _record.Words(said), "alignment", ("ro:modality", said.Text("modality")), ("ro:polarity", said.Text("polarity")));
            Relate("specializationOf", ("prov:specificEntity", attestation), ("prov:generalEntity", id));
            foreach (var (hand, hop) in said.Rows("chain").Where(l => l.Text("who") is not null).Select((l, i) => (l, i + 1)))
            {
                Relate("wasAttributedTo", ("prov:entity", attestation), ("prov:agent", Agent(hand.Text("who")!)),
                    ("ro:link", hand.Text("link")), ("ro:hop", hop.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private void AddFound(string id, string type, string document, List<(int Start, int End)> spans, string? words, string rule, params (string Name, string? Value)[] more)
    {
        var finding = $"ro:{rule}.{document}";
        Declare("entity", id, type, [("prov:value", words), ("ro:spans", string.Join(' ', spans.Select(PageNames.Place))), .. more]);
        if (_rules.Add(finding))
        {
            Declare("activity", finding, "ro:Rule", ("prov:label", rule));
            Relate("used", ("prov:activity", finding), ("prov:entity", Text(document)));
            Relate("wasAssociatedWith", ("prov:activity", finding), ("prov:agent", Readout));
        }
        Relate("wasGeneratedBy", ("prov:entity", id), ("prov:activity", finding));
        Relate("wasDerivedFrom", "prov:Quotation", ("prov:generatedEntity", id), ("prov:usedEntity", Text(document)));
    }

    // An entity of the record, or a name that is none.
    private string Agent(string who, string? type = null)
    {
        var key = _record.Name(who);
        if (_agents.TryGetValue(key, out var agent))
            return agent;
        agent = _agents[key] = string.Create(CultureInfo.InvariantCulture, $"ro:agent.{_agents.Count + 1}");
        var kind = _record.Entity(who)?.Text("type") switch { "person" => "prov:Person", "organisation" => "prov:Organization", _ => type };
        Declare("agent", agent, kind, ("prov:label", key));
        return agent;
    }

    private void Declare(string kind, string id, string? type, params (string Name, string? Value)[] attributes) =>
        _statements[kind].Add((id, json => Fields(json, type, attributes)));

    private void Relate(string kind, params (string Name, string? Value)[] fields) => Relate(kind, null, fields);

    private void Relate(string kind, string? type, params (string Name, string? Value)[] fields) =>
        Declare(kind, "_:" + (++_relations).ToString(CultureInfo.InvariantCulture), type, fields);

    private static void Fields(Utf8JsonWriter json, string? type, (string Name, string? Value)[] attributes)
    {
        foreach (var (name, value) in attributes)
            json.Text(name, value);
        if (type is null)
            return;
        json.Object("prov:type", () =>
        {
            json.WriteString("$", type);
            json.WriteString("type", "prov:QUALIFIED_NAME");
        });
    }

    private static string Page(string document) => "ro:page." + document;

    private static string Text(string document) => "ro:text." + document;
}
