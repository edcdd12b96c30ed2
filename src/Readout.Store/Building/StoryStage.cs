using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Stories.Streams;
using Readout.Store.Corrections;

namespace Readout.Store.Building;

/// <summary>
/// Tells which pages belong together over weeks. An older version of an address leaves its place to the latest. Weeks that are as they
/// were are not read again: what the stream knew at their end is kept.
/// </summary>
internal sealed class StoryStage(Workspace workspace, CorrectionSet corrections)
{
    private const int Batch = 2000;

    // The ends of the two weeks before the last are kept, and that of an earlier one in so many: pages come late by days as a rule, by a month at times.
    private const int Month = 4;

    // A workspace forgets nothing: stories of its oldest pages stay, however many came since.
    private static readonly EventStreamOptions s_options = new(Window: int.MaxValue);

    /// <summary>Number of stories.</summary>
    public int Run(Action<BuildProgress>? progress)
    {
        var made = workspace.Documents.Made();
        var days = workspace.Documents.Days();
        var pages = workspace.Pages.Current().Where(p => made.ContainsKey(p.Id)).ToDictionary(p => p.Id);
        var weeks = Weeks(pages.Values, days, made);
        var (stream, placed, next) = Begin(weeks);
        var keep = Kept(weeks);
        for (var at = next; at < weeks.Count; at++)
        {
            foreach (var batch in weeks[at].Pages.Chunk(Batch))
            {
                foreach (var row in workspace.Documents.Texts(batch))
                {
                    var page = pages[row.Page];
                    stream.Add(new StreamText(page.Sha256 + " " + page.Key, row.Title ?? "", row.Text, Day(row.Earliest), row.Language));
                    placed.Add(page.Id);
                }
                progress?.Invoke(new BuildProgress("finding stories", placed.Count, pages.Count));
            }
            stream.Settle();
            if (keep.Contains(at) && stream.Keep() is { } state)
                workspace.Streams.Put(weeks[at].Number, weeks[at].Digest, placed, state);
        }
        workspace.Streams.Retain([.. keep.Select(k => weeks[k].Number)]);
        var titles = workspace.Documents.Titles();
        var groups = corrections.Regroup(stream.Storylines().Select(s =>
            new StoryDraft(s.Id, [.. s.Texts.Select(t => pages[placed[t]]).OrderBy(p => p.Id).Select(p => (p, titles.GetValueOrDefault(p.Id) ?? p.Address))])));
        workspace.Stories.Assign(groups, groups.ToDictionary(g => g.Id, g => Digest(g, pages, made), StringComparer.Ordinal));
        return groups.Count;
    }

    // By week and then by arrival; texts without a day come last. A week's digest says what it and all before it hold.
    private static List<PageWeek> Weeks(IEnumerable<StoredPage> pages, IReadOnlyDictionary<long, string> days, IReadOnlyDictionary<long, string> made)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var weeks = new List<PageWeek>();
        Span<byte> room = stackalloc byte[1024];
        foreach (var week in pages.GroupBy(p => Day(days.GetValueOrDefault(p.Id)) is { } day ? EventStream.WeekOf(day) : int.MaxValue).OrderBy(w => w.Key))
        {
            var own = week.OrderBy(p => p.Id).ToList();
            foreach (var page in own)
            {
                if (Utf8.TryWrite(room, CultureInfo.InvariantCulture, $"{page.Id} {page.Sha256} {days.GetValueOrDefault(page.Id)} {made[page.Id]} {page.Key.Length} ", out var written))
                    hash.AppendData(room[..written]);
                hash.AppendData(MemoryMarshal.AsBytes(page.Key.AsSpan()));
            }
            weeks.Add(new PageWeek(week.Key, own.ConvertAll(p => p.Id), Convert.ToHexStringLower(hash.GetCurrentHash())));
        }
        return weeks;
    }

    private static HashSet<int> Kept(List<PageWeek> weeks)
    {
        var last = weeks.FindLastIndex(w => w.Number < int.MaxValue);
        return [.. ((int[])[last - 1, last - 2, last < 3 ? -1 : weeks.FindLastIndex(last - 3, w => w.Number % Month == 0)]).Where(k => k >= 0)];
    }

    // Where pages without a day are, they are set beside everything: nothing may be left out then.
    private (EventStream Stream, List<long> Placed, int Next) Begin(List<PageWeek> weeks)
    {
        for (var at = weeks.Count - 1; at >= 0 && weeks[^1].Number < int.MaxValue; at--)
        {
            if (workspace.Streams.Get(weeks[at].Number, weeks[at].Digest) is not { } kept)
                continue;
            try
            {
                return (EventStream.From(kept.State, s_options), [.. kept.Placed], at + 1);
            }
            catch (InvalidDataException)
            {
                // Of another version of this program, or damaged: made again below.
            }
        }
        return (new EventStream(s_options), [], 0);
    }

    // What a record is made of: the documents and the corrections that reach beyond one of them.
    private string Digest(StoryGroup group, Dictionary<long, StoredPage> pages, IReadOnlyDictionary<long, string> made)
    {
        var hashes = group.Members.Select(m => pages[m].Sha256).ToHashSet(StringComparer.Ordinal);
        var all = new StringBuilder(BuiltBy.Program).Append('\n').Append(group.Name).Append('\n').Append(corrections.DigestOf(hashes));
        foreach (var page in group.Members)
            all.Append('\n').Append(page).Append(' ').Append(made[page]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..32];
    }

    private static NodaTime.LocalDate? Day(string? day) => day is not null && LocalDatePattern.Iso.Parse(day) is { Success: true } parsed ? parsed.Value : null;
}

/// <summary>The pages of a week.</summary>
/// <param name="Number">Of the week; <see cref="int.MaxValue"/> for pages without a day.</param>
/// <param name="Digest">Of these pages and all of earlier weeks.</param>
internal sealed record PageWeek(int Number, IReadOnlyList<long> Pages, string Digest);

/// <summary>A story as the stream found it, before anybody's corrections.</summary>
internal sealed record StoryDraft(string Id, IReadOnlyList<(StoredPage Page, string Title)> Pages);
