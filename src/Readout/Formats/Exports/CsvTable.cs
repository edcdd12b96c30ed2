using System.Globalization;

namespace Readout.Formats.Exports;

/// <summary>A table that the CSV export can write. Every row that stands on words says where: page, first and last code point, and the words.</summary>
/// <param name="Name">What <c>--table</c> calls it.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The cells, as many as there are columns; null is empty.</param>
public sealed record CsvTable(string Name, IReadOnlyList<string> Columns, Func<RecordView, IEnumerable<IReadOnlyList<string?>>> Rows)
{
    private static readonly string[] Stand = ["document", "start", "end", "words", "outlet", "published"];

    /// <summary>Every table, the default first.</summary>
    public static IReadOnlyList<CsvTable> All { get; } =
    [
        new("claims", ["claim", .. Stand, "modality", "polarity", "said", "meant", "chain", "speaker", "outlets", "texts", "speakers"], Claims),
        new("quotations", ["quotation", .. Stand, "spans", "form", "act", "speaker", "speaker_words", "cue", "said_on", "rule"], Quotations),
        new("timeline", ["date", .. Stand, "reported", "modality", "condition"], Timeline),
        new("disputes", ["dispute", "type", "scope", "side", "value", .. Stand, "reason", "rule"], Disputes),
        new("changes", ["change", "kind", "step", "value", "date", .. Stand, "reason", "rule"], Changes),
        new("prospects", ["prospect", "name", "definition", "parties", "place", "window", "now", "step", "date", "status", .. Stand, "speaker", "condition", "hedge", "rule"], Prospects),
        new("sources", ["from", "from_kind", "from_name", "to", "to_kind", "to_name", "link", "claims", "reason"], Sources),
        new("pages", ["document", "path", "sha256", "type", "language", "outlet", "title", "byline", "address", "published", "basis", "modified", "upstream", "diagnostics"], Pages),
    ];

    /// <summary>The table of that name; null where there is none.</summary>
    public static CsvTable? Named(string name) => All.FirstOrDefault(t => t.Name == name);

    private static IEnumerable<IReadOnlyList<string?>> Claims(RecordView record) =>
        from claim in record.Root.Rows("claims")
        from said in claim.Rows("attestations")
        let chain = said.Rows("chain").Select(l => record.Name(l.Text("who") ?? "")).ToList()
        select Cells([claim.Id], Place(record, said),
        [
            said.Text("modality"), said.Text("polarity"), said.Days("said").Words, said.Days("meant").Words,
            string.Join(" < ", chain), chain.LastOrDefault(), Count(claim, "outlets"), Count(claim, "texts"), Count(claim, "speakers"),
        ]);

    private static IEnumerable<IReadOnlyList<string?>> Quotations(RecordView record) =>
        from quotation in record.Root.Rows("quotations")
        let document = quotation.Text("document")
        let spans = quotation.Pairs("content").ToList()
        let speaker = quotation.Object("speaker")
        let words = spans.Select(s => record.Words(document, s)).ToList()
        select Cells([quotation.Id],
            Place(record, document, spans.Count == 0 ? null : (spans[0].Start, spans[^1].End), words.Contains(null) ? null : string.Join(" … ", words)),
            [
                string.Join(' ', spans.Select(PageNames.Place)), quotation.Text("form"), quotation.Text("act"),
                speaker?.Text("entity") is { } id ? record.Name(id) : null, record.Words(document, speaker?.Pair("span")),
                record.Words(document, quotation.Pair("cue")), quotation.Days("saidOn").Words, quotation.Text("rule"),
            ]);

    private static IEnumerable<IReadOnlyList<string?>> Timeline(RecordView record) =>
        from entry in record.Root.Rows("timeline")
        select Cells([entry.Days("date").Words], Place(record, entry),
            [entry.Days("reported").Words, entry.Text("modality"), record.Words(entry.Text("document"), entry.Pair("condition"))]);

    private static IEnumerable<IReadOnlyList<string?>> Disputes(RecordView record) =>
        from dispute in record.Root.Rows("disputes")
        from side in dispute.Rows("sides").Select((row, i) => (Row: row, Number: Number(i + 1)))
        from said in side.Row.Rows("attestations")
        select Cells([dispute.Id, dispute.Text("type"), dispute.Text("scope"), side.Number, side.Row.Text("value")], Place(record, said), [dispute.Text("reason"), dispute.Text("rule")]);

    private static IEnumerable<IReadOnlyList<string?>> Changes(RecordView record) =>
        from change in record.Root.Rows("changes")
        from step in change.Rows("steps").Select((row, i) => (Row: row, Number: Number(i + 1)))
        select Cells([change.Id, change.Text("kind"), step.Number, step.Row.Text("value"), step.Row.Days("date").Words], Place(record, step.Row), [change.Text("reason"), change.Text("rule")]);

    private static IEnumerable<IReadOnlyList<string?>> Prospects(RecordView record) =>
        from prospect in record.Root.Rows("prospects")
        let parties = string.Join("; ", prospect.Strings("parties").Select(record.Name))
        from step in prospect.Rows("history").Select((row, i) => (Row: row, Number: Number(i + 1)))
        let document = step.Row.Text("document")
        select Cells(
            [
                prospect.Id, prospect.Text("name"), prospect.Text("definition"), parties, prospect.Object("place")?.Text("value"), prospect.Days("window").Words,
                prospect.Text("status"), step.Number, step.Row.Days("date").Words, step.Row.Text("status"),
            ],
            Place(record, step.Row),
            [
                step.Row.Text("speaker") is { } who ? record.Name(who) : null, record.Words(document, step.Row.Pair("condition")),
                record.Words(document, step.Row.Pair("hedge")), step.Row.Text("rule"),
            ]);

    private static IEnumerable<IReadOnlyList<string?>> Sources(RecordView record)
    {
        var graph = SourceGraph.Of(record);
        var nodes = graph.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        return graph.Edges.Select(e => Cells([e.From, nodes[e.From].Kind, nodes[e.From].Name], [e.To, nodes[e.To].Kind, nodes[e.To].Name], [e.Link, Number(e.Claims), e.Reason]));
    }

    private static IEnumerable<IReadOnlyList<string?>> Pages(RecordView record) =>
        from page in record.Pages
        select new[]
        {
            page.Id, page.Text("path"), page.Text("sha256"), page.Object("type")?.Text("value"), page.Text("language"),
            page.Object("outlet")?.Text("value"), page.Object("title")?.Text("value"), page.Object("byline")?.Text("value"), RecordView.Address(page),
            page.Days("published").Words, page.Object("published")?.Text("basis"), page.Days("modified").Words,
            string.Join("; ", page.Rows("upstream").Select(u => u.Text("name")).Distinct(StringComparer.Ordinal)),
            string.Join("; ", page.Rows("diagnostics").Select(d => d.Text("code")).Distinct(StringComparer.Ordinal)),
        };

    private static IReadOnlyList<string?> Cells(IReadOnlyList<string?> own, IReadOnlyList<string?> place, IReadOnlyList<string?> more) => [.. own, .. place, .. more];

    private static IReadOnlyList<string?> Place(RecordView record, Row row) => Place(record, row.Text("document"), row.Pair("span"), record.Words(row));

    private static IReadOnlyList<string?> Place(RecordView record, string? document, (int Start, int End)? place, string? words) =>
        [document, place is { } s ? Number(s.Start) : null, place is { } e ? Number(e.End) : null, words, record.Outlet(document), record.Published(document).Words];

    private static string Count(Row row, string name) => Number(row.Number(name));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
