using System.Globalization;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Text;

namespace Readout.Origins;

/// <summary>Which of two copies took from the other: credits first, then the days, then which holds more of the others.</summary>
internal static class Direction
{
    /// <summary>How much more of a text another member must hold than the origin to be the one it was taken from.</summary>
    private const double Nearer = 0.1;

    /// <summary>A family's texts: the origin, then each after those it may have taken from. Texts of one day keep the index's order.</summary>
    public static IReadOnlyList<CopyText> Order(CopyGroup group, Dictionary<string, Document> documents) =>
    [
        .. group.Members
            .Select((m, place) => (m.Text, Place: place))
            .OrderByDescending(m => group.Members.Count(o => o.Text.Id != m.Text.Id && Credit(documents[o.Text.Id], documents[m.Text.Id]) is not null))
            // Wires are re-timed by hours: compare days, not times.
            .ThenBy(m => m.Text.Day ?? LocalDate.MaxIsoValue)
            .ThenBy(m => m.Place)
            .Select(m => m.Text),
    ];

    /// <summary>The text that a member took from: the one it credits, else the origin, unless an earlier copy holds clearly more of it.</summary>
    public static CopyText Source(IReadOnlyList<CopyText> order, int member, Dictionary<string, Document> documents)
    {
        var text = order[member];
        var before = order.Take(Math.Min(member, 64)).ToList();
        if (before.Find(t => Credit(documents[text.Id], documents[t.Id]) is not null) is { } credited)
            return credited;
        var shares = before.ConvertAll(t => Reuse.Share(text.Shingles, t.Shingles));
        var best = shares.IndexOf(shares.Max());
        return shares[best] >= shares[0] + Nearer ? before[best] : order[0];
    }

    /// <summary>What tells the direction of an edge, in words.</summary>
    public static string Reason(CopyText from, CopyText to, Dictionary<string, Document> documents)
    {
        if (Credit(documents[from.Id], documents[to.Id]) is { } credit)
            return $"names {credit.Name}";
        return (from.Day, to.Day) switch
        {
            ({ } later, { } earlier) when later > earlier => $"printed {Days(later, earlier)} later",
            ({ } one, { } other) when one == other => "printed on one day: which came first is not known",
            (null, _) or (_, null) => "a day is missing: which came first is not known",
            _ => "stamped earlier, but others credit the other page",
        };
    }

    /// <summary>The source that a family's pages credit for their text and that is none of the pages; null where there is none.</summary>
    public static UnseenOrigin? Unseen(IReadOnlyList<string> family, Dictionary<string, Document> documents)
    {
        var outlets = documents.Values.Select(d => d.Article.Outlet?.Value).OfType<string>().ToList();
        var credits = family
            .SelectMany(id => documents[id].Upstream
                .Where(u => u.Link is AttributionLink.CreditLine or AttributionLink.Dateline && !outlets.Exists(o => OutletNames.Same(o, u.Name)))
                .Select(u => (u.Name, Place: new Citation(id, u.Span))))
            .GroupBy(c => OutletNames.Fold(c.Name), StringComparer.Ordinal)
            .Select(g => (g.First().Name, Evidence: g.Select(c => c.Place).ToList(), Pages: g.Select(c => c.Place.Document).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(c => c.Pages).ThenBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        // One page of many may credit a picture or a paragraph; half of them, or the earliest, credit the text.
        return credits.Find(c => c.Pages * 2 >= family.Count || c.Evidence.Exists(e => e.Document == family[0])) is { Name: { } name } found
            ? new UnseenOrigin(name, found.Evidence)
            : null;
    }

    /// <summary>The words in which one page names the other's outlet as its source; null where it does not.</summary>
    public static Upstream? Credit(Document from, Document to) =>
        to.Article.Outlet is { } outlet ? from.Upstream.FirstOrDefault(u => OutletNames.Same(u.Name, outlet.Value)) : null;

    private static string Days(LocalDate later, LocalDate earlier) =>
        Period.DaysBetween(earlier, later) is var days and > 1 ? days.ToString(CultureInfo.InvariantCulture) + " days" : "a day";
}
