using NodaTime;
using Readout.Tests.Claims;
using Readout.Text;

namespace Readout.Tests.Stories;

public sealed class StalenessTests
{
    private const string Old =
        "Mayor Ada Moll met Mayor Jory Pell in Vask on Monday, the first time in eleven years that the two sat at one table.\n\n"
        + "“The harbour will not wait for the two of us for ever and neither will the winter,” Moll said on Monday after the talks.\n\n"
        + "The ferry has stood in port since the storm. Two boats sank off the northern pier and nobody was hurt.";

    private const string Rewritten =
        "After a decade without a word, there was coffee in Vask: Mayor Ada Moll met Mayor Jory Pell on Monday behind closed doors.\n\n"
        + "The island listened. “The harbour will not wait for the two of us for ever and neither will the winter,” Moll said on Monday.\n\n"
        + "What the council makes of it, and who pays for the pier that was lost in the gale, is another matter altogether.";

    [Fact]
    public void A_rewritten_old_story_with_fresh_days_is_stale()
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Old), ("Strait Mail", "2031-06-18", Rewritten));
        brief.Ledger.Story.Families.ShouldBeEmpty();
        var stale = brief.Ledger.Story.Documents.Single(d => d.Article.Outlet!.Value == "Strait Mail");
        var diagnostic = stale.Diagnostics.Single(d => d.Code == DiagnosticCode.StaleRepublication);
        diagnostic.Message.ShouldContain("2031-06-18");
        diagnostic.Message.ShouldContain("2031-03-0");
        stale.Slice(diagnostic.Span!.Value).ShouldContain("Monday");
        stale.Article.Published!.Day.ShouldBe(new LocalDate(2031, 6, 18));
    }

    [Fact]
    public void A_second_meeting_of_the_same_people_is_not_stale()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", Old),
            ("Strait Mail", "2031-06-18", "Mayor Ada Moll met Mayor Jory Pell in Orlen on Monday for the second time this year.\n\n“This time we have a plan and a date and nearly all of the money,” Moll said on Monday."));
        Flagged(brief).ShouldBeEmpty();
    }

    [Fact]
    public void Two_fresh_reports_of_one_day_are_not_stale() =>
        Flagged(Pile.Of(("Vask Herald", "2031-03-04", Old), ("Strait Mail", "2031-03-05", Rewritten))).ShouldBeEmpty();

    [Fact]
    public void A_report_that_looks_back_names_the_old_day_and_is_not_stale() =>
        Flagged(Pile.Of(
            ("Vask Herald", "2031-03-04", Old),
            ("Strait Mail", "2031-06-18", "Mayor Ada Moll met Mayor Jory Pell on 3 March 2031. “The harbour will not wait for the two of us for ever and neither will the winter,” Moll said on 3 March 2031.\n\nSince then nothing has happened.")))
            .ShouldBeEmpty();

    private static List<string> Flagged(Readout.Briefs.Brief brief) =>
        [.. brief.Ledger.Story.Documents.Where(d => d.Diagnostics.Any(x => x.Code == DiagnosticCode.StaleRepublication)).Select(d => d.Article.Page.FileName)];
}
