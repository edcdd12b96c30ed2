using System.Globalization;
using System.Text;
using NodaTime;
using Readout.Briefs;
using Readout.Claims;
using Readout.Text;

namespace Readout.Tests.Samples;

/// <summary>A pile changed in a way whose effect on the record is known beforehand.</summary>
public sealed class MetamorphicTests
{
    public static TheoryData<string> Stories => Pile.Stories;

    [Theory]
    [MemberData(nameof(Stories))]
    public void Ten_more_copies_of_a_page_raise_neither_texts_nor_speakers(string story)
    {
        var pile = Pile.Sample(story);
        var before = Counts(pile.Brief);
        var original = pile.Inputs[0];
        var copies = Enumerable.Range(1, 10).Select(i =>
            Desk.Read(new PageInput($"copy{i}_of_{original.Path}", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(original.Bytes.Span) + new string('\n', i)))));
        var after = Counts(Desk.Brief([.. pile.Pages, .. copies]));
        foreach (var (place, counts) in before)
        {
            after[place].Texts.ShouldBeLessThanOrEqualTo(counts.Texts, place);
            after[place].Speakers.ShouldBeLessThanOrEqualTo(counts.Speakers, place);
        }
    }

    // What two pages say against each other stands whether or not a third is there.
    [Theory]
    [MemberData(nameof(Stories))]
    public void A_page_taken_away_leaves_the_verdicts_that_do_not_rest_on_it(string story)
    {
        var pile = Pile.Sample(story);
        var all = pile.Brief.Ledger.Disputes.Where(d => d.Scope == DisputeScope.BetweenSources).ToList();
        foreach (var taken in pile.Pages)
        {
            var left = Desk.Brief(pile.Pages.Where(p => p != taken)).Ledger;
            var values = left.Disputes.Select(Values).ToHashSet(StringComparer.Ordinal);
            foreach (var dispute in all)
            {
                var stands = dispute.Sides.All(s => s.Attestations.Any(a => File(pile.Brief, a.Document) != taken.Article.Page.FileName));
                values.Contains(Values(dispute)).ShouldBe(stands, $"{Values(dispute)} without {taken.Article.Page.FileName}");
            }
        }
    }

    [Fact]
    public void All_dates_moved_by_400_days_move_all_answers_by_400_days()
    {
        var start = new LocalDate(2031, 3, 3);
        var now = Made(start, "Ada Moll", "Jory Pell", "Orlen");
        var later = Made(start.PlusDays(400), "Ada Moll", "Jory Pell", "Orlen");
        Answers(now, 400).ShouldBe(Answers(later, 0));
        Answers(now, 0).ShouldNotBe(Answers(later, 0));
        Verdicts(now).ShouldBe(Verdicts(later));
    }

    [Theory]
    [InlineData("Ina Sorrel", "Bram Tolk", "Vask")]
    [InlineData("Petra Lindqvist", "Tomas Okoye", "Harrowmere")]
    [InlineData("Maria Castellano", "Henri Duval", "Kestrel Bay")]
    public void Other_names_throughout_leave_every_verdict(string first, string second, string place)
    {
        var start = new LocalDate(2031, 3, 3);
        var before = Verdicts(Made(start, "Ada Moll", "Jory Pell", "Orlen"));
        before.Count(v => v.StartsWith("dispute", StringComparison.Ordinal)).ShouldBe(2);
        before.Count(v => v.StartsWith("prospect", StringComparison.Ordinal)).ShouldBe(1);
        Verdicts(Made(start, first, second, place)).ShouldBe(before);
    }

    // Four pages on a meeting to come: two disputes, a count that grows, a condition that is met.
    private static Brief Made(LocalDate day, string one, string two, string place)
    {
        string Date(int days) => day.PlusDays(days).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        string Weekday(int days) => day.PlusDays(days).DayOfWeek.ToString();
        string Short(string name) => name.Split(' ')[^1];
        PageInput Page(string file, string outlet, int days, params string[] paragraphs) => new(file, Encoding.UTF8.GetBytes(
            $"---\noutlet: {outlet}\ndate: {day.PlusDays(days).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}\ntitle: Harbour talks\n---\n\n{string.Join("\n\n", paragraphs)}\n"));
        return Pile.Of(
        [
            Page("a.txt", "Vask Herald", 0,
                $"Mayor {one} will meet Captain {two} in {place} on {Date(20)}, provided that the harbour board withdraws its complaint, {Short(one)} said on {Weekday(0)}.",
                $"The last time {one} met {two} was on {Date(-800)}, at the lighthouse.",
                $"The harbour warehouse held 310 tonnes of grain on {Date(-3)}, the port authority said.",
                "The two sides have exchanged six letters since the beginning of the talks."),
            Page("b.txt", "Strait Mail", 2,
                $"{one} and {two} last met on {Date(-500)}, at the fish market.",
                $"The harbour warehouse held 270 tonnes of grain on {Date(-3)}, the fishing guild said.",
                $"“I look forward to it,” Captain {two} told reporters on {Weekday(2)}."),
            Page("c.txt", "Island Courier", 7,
                $"The harbour board withdrew its complaint on {Date(6)}, the court said.",
                $"{one} will meet {two} in {place} on {Date(20)}, the harbour office said.",
                "The two sides have exchanged nine letters since the beginning of the talks."),
        ]);
    }

    private static List<string> Answers(Brief brief, int days)
    {
        string When(DateRange range) => $"{range.Earliest?.PlusDays(days)}..{range.Latest?.PlusDays(days)}";
        var ledger = brief.Ledger;
        return
        [
            .. ledger.Story.Documents.Select(d => $"{d.Article.Page.FileName} {When(d.Article.Published?.When ?? DateRange.Unknown)}"),
            .. ledger.Prospects.Select(p => $"window {When(p.Window)}"),
            .. ledger.Prospects.SelectMany(p => p.History.Select(h => $"{h.Status} {When(h.Date)}")),
            .. ledger.Prospects.SelectMany(p => p.Conditions.Select(c => $"{c.State} {When(c.Said)} {When(c.Told)}")),
            .. ledger.Changes.SelectMany(c => c.Steps.Select(s => $"{s.Value} {When(s.Date)}")).Order(StringComparer.Ordinal),
            .. ledger.Claims.SelectMany(c => c.Attestations.Select(a => $"{File(brief, a.Document)} {When(a.Said)} {When(a.Meant)}")).Order(StringComparer.Ordinal),
        ];
    }

    // What was decided, without the words, names and days that differ.
    private static List<string> Verdicts(Brief brief) =>
    [
        .. brief.Ledger.Disputes.Select(d => $"dispute {d.Type} {d.Scope} {d.Rule} {string.Join('|', d.Sides.Select(s => string.Join(',', s.Attestations.Select(a => File(brief, a.Document)))).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
        .. brief.Ledger.Changes.Select(c => $"change {c.Kind} {c.Rule}").Order(StringComparer.Ordinal),
        .. brief.Ledger.Prospects.Select(p => $"prospect {p.Status} {string.Join(',', p.History.Select(h => $"{h.Status} {File(brief, h.Document)}"))} {string.Join(',', p.Conditions.Select(c => c.State))}"),
        .. brief.Ledger.Claims.Select(c => $"claim {c.Counts.Outlets.Count} {c.Counts.Texts.Count} {c.Counts.Speakers.Count}").Order(StringComparer.Ordinal),
    ];

    private static string Values(Dispute dispute) => $"{dispute.Type}: {string.Join(" | ", dispute.Sides.Select(s => s.Value).Order(StringComparer.Ordinal))}";

    private static string File(Brief brief, string document) => brief.Ledger.Story.Document(document).Article.Page.FileName;

    private static Dictionary<string, (int Texts, int Speakers)> Counts(Brief brief) =>
        brief.Ledger.Claims
            .SelectMany(c => c.Attestations.Select(a => (Place: $"{File(brief, a.Document)}{a.Span}", Claim: c)))
            .GroupBy(x => x.Place, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(x => (x.Claim.Counts.Texts.Count, x.Claim.Counts.Speakers.Count)).Min(), StringComparer.Ordinal);
}
