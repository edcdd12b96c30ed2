using System.Globalization;
using Readout.Articles;
using Readout.Briefs;
using Readout.Claims;
using Readout.Origins;
using Readout.Text;

namespace Readout.Formats;

/// <summary>The lines that Markdown and plain text share, in Readout's own words.</summary>
internal static class Outline
{
    public static string Heading(BriefView view) =>
        view.Brief.Options.Report.Heading + (view.Brief.AsOf is { } day ? " as of " + Dates.Of(day) : "");

    /// <summary>What was asked for beyond the report; empty where everything was.</summary>
    public static string Asked(BriefView view)
    {
        var filter = view.Brief.Options.Filter;
        string?[] parts =
        [
            filter.About is { } about ? "about " + about : null,
            filter.By is { } by ? "by " + by : null,
            filter.From is { } from ? "from " + Dates.Of(from) : null,
            filter.To is { } to ? "until " + Dates.Of(to) : null,
            filter.Type is { } type ? "of type " + EnumNames.Of(type) : null,
            filter.Form is { } form ? EnumNames.Of(form) + " speech" : null,
            filter.Status is { } status ? "now " + EnumNames.Of(status) : null,
            filter.Speakers > 0 ? $"made by {BriefView.Count(filter.Speakers, "speaker")} or more" : null,
            filter.Disputed ? "disputed" : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>Where the words stand: number of the page and the code points in its text, <c>[2:217-305]</c>.</summary>
    public static string Place(BriefView view, Citation citation)
    {
        var source = view.Source(citation.Document);
        var (start, end) = source.Offsets(citation.Span);
        return string.Create(CultureInfo.InvariantCulture, $"[{source.Number}:{start}-{end}]");
    }

    public static string Places(BriefView view, BriefSentence sentence) =>
        string.Join(' ', sentence.Citations.Select(c => Place(view, c)));

    /// <summary>What stands behind a group: kind, counts, reason and the id to ask more about.</summary>
    public static string About(Subject subject)
    {
        var parts = new List<string>();
        if (subject.Counts is { } counts)
            parts.Add(BriefView.Words(counts));
        else
            parts.Add(subject.Kind);
        if (subject.Reason.Length > 0)
            parts.Add(subject.Reason);
        parts.Add(subject.Id);
        return string.Join(" · ", parts);
    }

    /// <summary>Who makes a claim and on whose word, one line an attestation: "says [2:91-356] Marsh Gazette ← CPA ← Tobin Raske".</summary>
    public static IEnumerable<string> Attestations(BriefView view, Claim claim)
    {
        foreach (var attestation in claim.Attestations)
        {
            var source = view.Source(attestation.Document);
            var hands = attestation.Chain.Select(l => view.Name(l.Who)).Where(w => w != source.Name).Prepend(source.Credit);
            var said = attestation.Said.IsUnknown || attestation.Said == source.Document.Anchor ? "" : $", said {Dates.Of(attestation.Said)}";
            yield return $"{(attestation.Affirmed ? "says" : "denies")} {Place(view, new Citation(attestation.Document, attestation.Span))} {string.Join(" ← ", hands)}{said}";
        }
    }

    /// <summary>Outlet, day, title.</summary>
    public static string Page(Source source) => $"{source.Outlet}, {source.Day}: {source.Title}";

    /// <summary>How a page depends on others: copies, and the sources it names.</summary>
    public static IEnumerable<string> Dependence(BriefView view, Source source)
    {
        var links = source.Family?.Links.Where(l => l.From == source.Document.Id).ToList() ?? [];
        foreach (var to in links.GroupBy(l => l.To, StringComparer.Ordinal))
            yield return $"takes from {view.Source(to.Key).Number.ToString(CultureInfo.InvariantCulture)} by {string.Join("; by ", to.Select(Link))}";
        // A name that already made a link is not said twice.
        foreach (var upstream in source.Document.Upstream.Where(u => !links.Exists(l => l.Link == u.Link)).DistinctBy(u => (u.Name, u.Link)))
            yield return $"names {upstream.Name} ({Words(upstream.Link)})";
    }

    /// <summary>What is odd about a page, each kind once, however many places show it.</summary>
    public static IEnumerable<string> Oddities(Source source) =>
        source.Document.Diagnostics.Select(d => $"{d.Code}: {d.Message}").Distinct(StringComparer.Ordinal);

    private static string Link(FamilyLink link) => link.Reason.Length > 0 ? $"{Words(link.Link)}: {link.Reason}" : Words(link.Link);

    public static string Words(AttributionLink link) => EnumNames.Of(link).Replace('-', ' ');
}
