using System.Globalization;

namespace Readout.Formats.Exports;

/// <summary>
/// Something that changed in what is known: a new claim, a new voice for an old one, a dispute, a value that moved, a
/// prospect's status. Another copy of what was known changes nothing and is none.
/// </summary>
/// <param name="Id">The same as long as the record's row and the page that changed it are the same.</param>
/// <param name="Kind"><c>claim</c>, <c>voice</c>, <c>dispute</c>, <c>update</c>, <c>refinement</c> or <c>prospect</c>.</param>
/// <param name="Subject">Id of the claim, dispute, change or prospect.</param>
/// <param name="Title">In Readout's words.</param>
/// <param name="Places">The words that show it, the newest first.</param>
internal sealed record StateChange(string Id, string Kind, string Subject, string Title, IReadOnlyList<StatePlace> Places)
{
    /// <summary>When the page that changed it appeared.</summary>
    public string? Updated { get; init; }

    /// <summary>Every change, the newest first.</summary>
    public static IReadOnlyList<StateChange> All(RecordView record)
    {
        var changes = Claims(record).Concat(Disputes(record)).Concat(Moves(record)).Concat(Prospects(record))
            .Select(c => c with { Updated = Stamp.Updated(record.Page(c.Places[0].Document)?.Object("published")) ?? (record.AsOf is { } day ? Stamp.Midnight(day) : null) });
        return [.. changes.OrderByDescending(c => Instant(c.Updated))];
    }

    /// <summary>A moment to order by; an unknown one comes last.</summary>
    public static DateTimeOffset Instant(string? moment) =>
        moment is not null && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : DateTimeOffset.UnixEpoch;

    private static IEnumerable<StateChange> Claims(RecordView record)
    {
        foreach (var claim in record.Root.Rows("claims"))
        {
            var voices = new HashSet<string>(StringComparer.Ordinal);
            foreach (var said in claim.Rows("attestations"))
            {
                var chain = said.Rows("chain").ToList();
                var speaker = chain.LastOrDefault().Text("who") ?? said.Text("document") ?? "";
                // A copy brings no voice, whomever it credits.
                var isCopy = voices.Count > 0 && chain.FirstOrDefault().Text("link") == "reused-sentences";
                if (isCopy || Place(said) is not { } place || !voices.Add(speaker))
                    continue;
                var denies = said.Text("polarity") == "negative";
                yield return voices.Count == 1
                    ? new StateChange($"{claim.Id}.{place.Document}", "claim", claim.Id, $"{record.Name(speaker)} {(denies ? "denies" : "says")} ({said.Text("modality")})", [place])
                    : new StateChange($"{claim.Id}.{place.Document}.{place.Start.ToString(CultureInfo.InvariantCulture)}", "voice", claim.Id, $"{record.Name(speaker)} {(denies ? "denies it" : "says so too")}", [place]);
            }
        }
    }

    // A dispute begins when the page appears that contradicts.
    private static IEnumerable<StateChange> Disputes(RecordView record) =>
        from dispute in record.Root.Rows("disputes")
        where dispute.Text("scope") == "between-sources"
        let first = dispute.Rows("sides")
            .Select(side => side.Rows("attestations").Select(Place).OfType<StatePlace>().OrderBy(p => At(record, p)).Cast<StatePlace?>().FirstOrDefault())
            .OfType<StatePlace>().OrderByDescending(p => At(record, p)).ToList()
        where first.Count > 0
        select new StateChange(dispute.Id, "dispute", dispute.Id, $"Disputed {dispute.Text("type")}: {string.Join(" / ", dispute.Rows("sides").Select(s => s.Text("value")))}", first);

    private static IEnumerable<StateChange> Moves(RecordView record)
    {
        foreach (var change in record.Root.Rows("changes"))
        {
            string? value = null;
            foreach (var step in change.Rows("steps"))
            {
                if (value is not null && step.Text("value") is { } now && now != value && Place(step) is { } place)
                    yield return new StateChange($"{change.Id}.{place.Document}", change.Text("kind") ?? "update", change.Id, $"{value} → {now}", [place]);
                value = step.Text("value") ?? value;
            }
        }
    }

    private static IEnumerable<StateChange> Prospects(RecordView record)
    {
        foreach (var prospect in record.Root.Rows("prospects"))
        {
            string? status = null;
            foreach (var step in prospect.Rows("history"))
            {
                if (step.Text("status") is { } now && now != status && Place(step) is { } place)
                {
                    yield return new StateChange($"{prospect.Id}.{place.Document}.{place.Start.ToString(CultureInfo.InvariantCulture)}", "prospect", prospect.Id,
                        $"{prospect.Text("definition")}: {(status is null ? now : $"{status} → {now}")}", [place]);
                }
                status = step.Text("status") ?? status;
            }
        }
    }

    private static DateTimeOffset At(RecordView record, StatePlace place) => Instant(Stamp.Updated(record.Page(place.Document)?.Object("published")));

    private static StatePlace? Place(Row row) => row.Text("document") is { } document && row.Pair("span") is { } span ? new StatePlace(document, span.Start, span.End) : null;
}

/// <summary>A place in code points.</summary>
internal sealed record StatePlace(string Document, int Start, int End)
{
    /// <summary>The words with whose they are, in one line for a reader.</summary>
    public string Words(RecordView record)
    {
        var words = record.Words(Document, (Start, End));
        var where = string.Create(CultureInfo.InvariantCulture, $"{record.Outlet(Document)}, {record.Published(Document).Words ?? "no date"} [{Document} {Start}-{End}]");
        return words is null ? where : $"{WhiteSpace.Fold(words)} — {where}";
    }
}
