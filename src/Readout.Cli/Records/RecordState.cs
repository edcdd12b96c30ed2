using System.Text.Json;
using Readout.Claims;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>The state that a JSON document of a record holds, to be compared with another.</summary>
internal static class RecordState
{
    /// <param name="record">The document.</param>
    /// <param name="words">Words at its places, as far as they are at hand.</param>
    public static LedgerState Of(RecordFile record, Words words)
    {
        string? At(StatePlace place) => words.At(place.Document, (place.Start, place.End)) is { } found ? Words.Fold(found) : null;
        return new LedgerState(
        [
            .. record.Documents.Select(d => new StateItem(StateKind.Page, d.Id, Title(d), Stamp(d), [new StatePlace(d.Id, 0, 0)], [])),
            .. RecordFile.Rows(record.Root, "claims").Select(c => new StateItem(
                StateKind.Claim, Id(c), c.TryGetProperty("statement", out var statement) && Place(statement) is { } place ? At(place) : null,
                LedgerState.Counts(Number(c, "outlets"), Number(c, "texts"), Number(c, "speakers")),
                [.. RecordFile.Rows(c, "attestations").Select(Place).OfType<StatePlace>()], [])),
            .. RecordFile.Rows(record.Root, "disputes").Select(d => LedgerState.Item(StateKind.Dispute, Id(d), null,
                [.. RecordFile.Rows(d, "sides").SelectMany(s => RecordFile.Rows(s, "attestations").Select(Place).OfType<StatePlace>().Select(p => new StateStep("", RecordFile.Text(s, "value") ?? "", p)))])),
            .. RecordFile.Rows(record.Root, "changes").Select(c => LedgerState.Item(StateKind.Change, Id(c), null, Steps(c, "steps", "value"))),
            .. RecordFile.Rows(record.Root, "prospects").Select(p => LedgerState.Item(StateKind.Prospect, Id(p), RecordFile.Text(p, "name"), Steps(p, "history", "status"))),
        ]);
    }

    private static List<StateStep> Steps(JsonElement row, string list, string value) =>
        [.. RecordFile.Rows(row, list).Where(s => Place(s) is not null).Select(s => new StateStep(Date(s), RecordFile.Text(s, value) ?? "", Place(s)!.Value))];

    // A day is a string, an interval an object with one or both ends.
    private static string Date(JsonElement step)
    {
        if (RecordFile.Text(step, "date") is { } day)
            return day;
        return step.TryGetProperty("date", out var range) && range.ValueKind == JsonValueKind.Object
            ? $"{RecordFile.Text(range, "earliest")}..{RecordFile.Text(range, "latest")}"
            : "";
    }

    private static StatePlace? Place(JsonElement row) =>
        RecordFile.Text(row, "document") is { } document && row.TryGetProperty("span", out var span) && Words.Pair(span) is { } pair
            ? new StatePlace(document, pair.Start, pair.End)
            : null;

    private static string Title(RecordedPage page) =>
        page.Row.TryGetProperty("title", out var title) && RecordFile.Text(title, "value") is { } value ? value : Path.GetFileName(page.Path);

    private static string Stamp(RecordedPage page) => LedgerState.Stamp(
        page.Row.TryGetProperty("published", out var published) && published.ValueKind == JsonValueKind.Object
            ? Interval(RecordFile.Text(published, "earliest"), RecordFile.Text(published, "latest"))
            : "",
        RecordFile.Rows(page.Row, "diagnostics").Any(d => RecordFile.Text(d, "code") == DiagnosticCode.StaleRepublication));

    private static string Interval(string? earliest, string? latest) => earliest == latest ? earliest ?? "" : $"{earliest}..{latest}";

    private static string Id(JsonElement row) => RecordFile.Text(row, "id") ?? "";

    private static int Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;
}
