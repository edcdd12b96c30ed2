using System.Globalization;

namespace Readout.Formats.Exports;

/// <summary>Something that the record finds at some words of a page, as an annotation says it.</summary>
/// <param name="Id">Id of the record's row, with its number where the row stands at several places.</param>
/// <param name="Motivation">Why the words are annotated (the standard's list).</param>
/// <param name="Places">In code points.</param>
internal sealed record Finding(string Id, string Motivation, string Document, IReadOnlyList<(int Start, int End)> Places, IReadOnlyList<FindingBody> Bodies)
{
    public static IEnumerable<Finding> All(RecordView record) =>
        Mentions(record).Concat(Quotations(record)).Concat(Times(record)).Concat(Claims(record)).Concat(Disputes(record)).Concat(Prospects(record));

    private static IEnumerable<Finding> Mentions(RecordView record) =>
        from entity in record.Root.Rows("entities")
        from mention in entity.Rows("mentions").Select((row, i) => (Row: row, Number: i + 1))
        where mention.Row.Pair("span") is not null
        select At(Numbered(entity.Id, mention.Number), "identifying", mention.Row,
            new FindingBody("classifying", entity.Text("type")), new FindingBody("identifying", entity.Text("name")), new FindingBody("tagging", mention.Row.Text("form")));

    private static IEnumerable<Finding> Quotations(RecordView record) =>
        from quotation in record.Root.Rows("quotations")
        let places = quotation.Pairs("content").ToList()
        where places.Count > 0
        let speaker = quotation.Object("speaker")
        select new Finding(quotation.Id, "classifying", quotation.Text("document") ?? "", places, Without(
            new FindingBody("classifying", "quotation"),
            new FindingBody("tagging", quotation.Text("form")),
            new FindingBody("tagging", quotation.Text("act")),
            new FindingBody("identifying", speaker?.Text("entity") is { } id ? record.Name(id) : record.Words(quotation.Text("document"), speaker?.Pair("span")))));

    private static IEnumerable<Finding> Times(RecordView record) =>
        from time in record.Root.Rows("times")
        let place = time.Pair("span")
        where place is not null
        select At($"t{time.Text("document")}.{PageNames.Place(place.Value)}", "classifying", time,
            new FindingBody("classifying", "time"), new FindingBody("identifying", time.Text("value")));

    private static IEnumerable<Finding> Claims(RecordView record) =>
        from claim in record.Root.Rows("claims")
        from attestation in claim.Rows("attestations").Select((row, i) => (Row: row, Number: i + 1))
        where attestation.Row.Pair("span") is not null
        select At(Numbered(claim.Id, attestation.Number), "describing", attestation.Row,
            new FindingBody("classifying", "claim"),
            new FindingBody("tagging", attestation.Row.Text("modality")),
            new FindingBody("tagging", attestation.Row.Text("polarity") == "negative" ? "denied" : null),
            new FindingBody("describing", string.Create(CultureInfo.InvariantCulture,
                $"{claim.Id}: {claim.Number("outlets")} outlets, {claim.Number("texts")} independent texts, {claim.Number("speakers")} speakers; on the word of {string.Join(" ← ", attestation.Row.Rows("chain").Select(l => record.Name(l.Text("who") ?? "")))}")));

    private static IEnumerable<Finding> Disputes(RecordView record) =>
        from dispute in record.Root.Rows("disputes")
        from said in dispute.Rows("sides").SelectMany((side, i) => side.Rows("attestations").Select(row => (Row: row, Value: side.Text("value"), Side: i + 1))).Select((said, i) => (said.Row, said.Value, said.Side, Number: i + 1))
        where said.Row.Pair("span") is not null
        select At(Numbered(dispute.Id, said.Number), "describing", said.Row,
            new FindingBody("classifying", "dispute"),
            new FindingBody("tagging", dispute.Text("type")),
            new FindingBody("describing", string.Create(CultureInfo.InvariantCulture, $"{dispute.Id}, side {said.Side}: {said.Value}; {dispute.Text("reason")}")));

    private static IEnumerable<Finding> Prospects(RecordView record) =>
        from prospect in record.Root.Rows("prospects")
        from step in prospect.Rows("history").Select((row, i) => (Row: row, Number: i + 1))
        where step.Row.Pair("span") is not null
        select At(Numbered(prospect.Id, step.Number), "describing", step.Row,
            new FindingBody("classifying", "prospect"),
            new FindingBody("tagging", step.Row.Text("status")),
            new FindingBody("describing", $"{prospect.Id}: {prospect.Text("definition")}"));

    private static Finding At(string id, string motivation, Row row, params FindingBody[] bodies) =>
        new(id, motivation, row.Text("document") ?? "", [row.Pair("span")!.Value], Without(bodies));

    private static List<FindingBody> Without(params FindingBody[] bodies) => [.. bodies.Where(b => !string.IsNullOrEmpty(b.Value))];

    private static string Numbered(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}.{number}");
}

/// <summary>What an annotation says, and to what end it says it.</summary>
internal sealed record FindingBody(string Purpose, string? Value);
