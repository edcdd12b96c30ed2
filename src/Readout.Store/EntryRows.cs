using System.Text.Json;
using Readout.Claims;

namespace Readout.Store;

/// <summary>Entries as they stood before the schema's number 12: a row each.</summary>
internal static class EntryRows
{
    /// <summary>Moves them into blocks; part of that migration.</summary>
    public static void Move(Database database)
    {
        var entries = new EntryStore(database);
        var stories = database.Rows<string>("SELECT DISTINCT story FROM entry_row ORDER BY story").ToList();
        database.Execute("CREATE INDEX entry_row_story ON entry_row (story)");
        foreach (var story in stories)
        {
            var rows = database.Rows<Row>(
                "SELECT id AS Id, kind AS Kind, item AS Item, words AS Words, state AS State, content AS Content, seen AS Seen, gone AS Gone FROM entry_row WHERE story = @story ORDER BY id",
                new { story });
            foreach (var together in rows.GroupBy(r => (r.Seen, r.Gone)))
                entries.Insert(story, together.Key.Seen, together.Key.Gone, [.. together.Select(r => new NumberedItem(r.Id, r.StateItem()))]);
        }
        database.Execute("DROP TABLE entry_row");
    }

    private sealed record Row(long Id, string Kind, string Item, string? Words, string State, string Content, string Seen, string? Gone)
    {
        public StateItem StateItem()
        {
            var content = JsonSerializer.Deserialize<Content>(Content)!;
            return new StateItem(
                Enum.Parse<StateKind>(Kind, ignoreCase: true), Item, Words, State,
                [.. content.Places.Select(p => new StatePlace(p.Document, p.Start, p.End))],
                [.. content.Steps.Select(s => new StateStep(s.Date, s.Value, new StatePlace(s.Place.Document, s.Place.Start, s.Place.End)))]);
        }
    }

    private sealed record Content(IReadOnlyList<StatePlace> Places, IReadOnlyList<StateStep> Steps);
}
