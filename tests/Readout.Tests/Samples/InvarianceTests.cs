using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Readout.Briefs;
using Readout.Claims;
using Readout.Text;

namespace Readout.Tests.Samples;

/// <summary>What may be done to a pile without changing its record, or changes it in one known way.</summary>
public sealed class InvarianceTests
{
    public static TheoryData<string> Stories => Pile.Stories;

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_order_of_the_pages_does_not_change_a_byte(string story)
    {
        var pile = Pile.Sample(story);
        Pile.Written(Desk.Brief(pile.Pages.Reverse())).ShouldBe(pile.Json);
        Pile.Written(Desk.Brief(pile.Pages.OrderBy(d => d.Text.Length))).ShouldBe(pile.Json);
        Pile.Written(Desk.Brief(pile.Pages.Skip(3).Concat(pile.Pages.Take(3)))).ShouldBe(pile.Json);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Reading_again_gives_the_same_bytes(string story) =>
        Pile.Written(Pile.Of(Pile.Sample(story).Inputs)).ShouldBe(Pile.Sample(story).Json);

    [Theory]
    [MemberData(nameof(Stories))]
    public void Culture_does_not_change_a_byte(string story)
    {
        var pile = Pile.Sample(story);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "ar-SA" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Pile.Written(Pile.Of(pile.Inputs)).ShouldBe(pile.Json, culture);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_copy_of_a_page_never_raises_texts_or_speakers(string story)
    {
        var pile = Pile.Sample(story);
        var before = Claims(pile.Brief);
        before.ShouldNotBeEmpty();
        foreach (var original in pile.Inputs)
        {
            var after = Claims(pile.WithCopyOf(original));
            foreach (var (place, claim) in before)
            {
                after.ShouldContainKey(place, $"the claim at {place} is gone after a copy of {original.Path}");
                after[place].Counts.Texts.Count.ShouldBeLessThanOrEqualTo(claim.Counts.Texts.Count, $"texts of {place} after a copy of {original.Path}");
                after[place].Counts.Speakers.Count.ShouldBeLessThanOrEqualTo(claim.Counts.Speakers.Count, $"speakers of {place} after a copy of {original.Path}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void A_copy_of_a_page_brings_no_dispute(string story)
    {
        var pile = Pile.Sample(story);
        var before = pile.Brief.Ledger.Disputes.Count(d => d.Scope == DisputeScope.BetweenSources);
        foreach (var original in pile.Inputs)
        {
            pile.WithCopyOf(original).Ledger.Disputes.Count(d => d.Scope == DisputeScope.BetweenSources)
                .ShouldBe(before, $"after a copy of {original.Path}");
        }
    }

    // After 28 years every weekday falls on its date again, so nothing but the years may differ.
    [Theory]
    [MemberData(nameof(Stories))]
    public void The_same_story_28_years_later_gives_the_same_record_28_years_later(string story)
    {
        var pile = Pile.Sample(story);
        var later = Pile.Of(pile.Inputs.Select(i => i with { Bytes = Encoding.UTF8.GetBytes(Later(Encoding.UTF8.GetString(i.Bytes.Span))) }));
        var (expected, found) = (Answers(pile.Brief, 28), Answers(later, 0));
        found.Except(expected, StringComparer.Ordinal).ShouldBeEmpty();
        expected.Except(found, StringComparer.Ordinal).ShouldBeEmpty();
        found.ShouldNotBe(Answers(pile.Brief, 0));
    }

    private static string Later(string text) => Regex.Replace(text, @"(?<!\d)(?:18|19|20)\d\d(?!\d)|(?<=[A-Z]{4}\d{4})20\d\d", y => Years(y.Value, 28));

    private static string Years(string year, int years) => (int.Parse(year, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, Claim> Claims(Brief brief) =>
        brief.Ledger.Claims
            .SelectMany(c => c.Attestations.Select(a => (Place: Place(brief, a.Document, a.Span), Claim: c)))
            .GroupBy(x => x.Place, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(x => x.Claim.Id, StringComparer.Ordinal).First().Claim, StringComparer.Ordinal);

    private static string Place(Brief brief, string document, Span span) => $"{brief.Ledger.Story.Document(document).Article.Page.FileName}{span}";

    /// <summary>Everything in the record that has a date, with the place of its words, the years moved on.</summary>
    private static List<string> Answers(Brief brief, int years)
    {
        var answers = new List<string>();
        string When(DateRange range) => $"{range.Earliest?.PlusYears(years)}..{range.Latest?.PlusYears(years)}";
        foreach (var document in brief.Ledger.Story.Documents)
        {
            var file = document.Article.Page.FileName;
            answers.Add($"{file} published {(document.Article.Published is { } p ? When(p.When) + p.Basis : "never")}");
            answers.AddRange(document.Times.Select(t =>
                $"{file} time {t.Span} {Regex.Replace(t.Value ?? "", @"^(?:18|19|20)\d\d", y => Years(y.Value, years))} {When(t.When)}"));
            answers.AddRange(document.Quotations.Select(q => $"{file} said {q.Extent} {When(q.SaidOn)}"));
        }
        foreach (var change in brief.Ledger.Changes)
            answers.Add($"change {change.Kind}: {string.Join(", ", change.Steps.Select(s => When(s.Date) + Place(brief, s.Document, s.Span)).Order(StringComparer.Ordinal))}");
        foreach (var dispute in brief.Ledger.Disputes)
            answers.Add($"dispute {dispute.Type}: {string.Join(" | ", dispute.Sides.Select(s => string.Join(", ", s.Attestations.Select(a => Place(brief, a.Document, a.Span)).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal))}");
        foreach (var prospect in brief.Ledger.Prospects)
            answers.Add($"prospect {When(prospect.Window)}: {string.Join(", ", prospect.History.Select(h => $"{When(h.Date)}{h.Status}{Place(brief, h.Document, h.Span)}").Order(StringComparer.Ordinal))}");
        answers.AddRange(brief.Timeline.Select(t => $"timeline {Place(brief, t.Document, t.Span)} {When(t.Date)} {When(t.Reported)}"));
        answers.Sort(StringComparer.Ordinal);
        return answers;
    }
}
