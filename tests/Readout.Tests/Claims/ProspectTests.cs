using NodaTime;
using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Text;

namespace Readout.Tests.Claims;

public sealed class ProspectTests
{
    private static readonly (string, string, string) Conditional = ("Vask Herald", "2031-03-04",
        "Mayor Ada Moll will meet Captain Jory Pell in Orlen on 20 March, provided that the harbour board withdraws its complaint, her office said.\n\nMayor Ada Moll will meet Captain Jory Pell at the customs house, her spokesman said on Tuesday.");

    private static readonly (string, string, string) Firm = ("Vask Herald", "2031-03-04",
        "Mayor Ada Moll will meet Captain Jory Pell in Orlen on 20 March, her office said.\n\nMayor Ada Moll will meet Captain Jory Pell at the customs house, her spokesman said on Tuesday.");

    [Theory]
    [InlineData("The harbour board withdrew its complaint on Monday, the court said.", ConditionState.Met)]
    [InlineData("The harbour board did not withdraw its complaint, the court said.", ConditionState.NotMet)]
    [InlineData("The harbour board may withdraw its complaint, the court said.", ConditionState.Unknown)]
    [InlineData("The fishing guild withdrew its boats on Monday, the court said.", ConditionState.Unknown)]
    [InlineData("The harbour board has not yet withdrawn its complaint, the court said.", ConditionState.Unknown)]
    public void A_condition_is_met_or_not_only_by_the_same_event_told_as_a_fact(string later, ConditionState state)
    {
        var brief = Pile.Of(Conditional, ("Strait Mail", "2031-03-11", later + "\n\nThe ferries ran as usual on Monday evening."));
        var condition = brief.Ledger.Prospects.ShouldHaveSingleItem().Conditions.ShouldHaveSingleItem();
        condition.State.ShouldBe(state);
        if (state == ConditionState.Unknown)
            condition.Evidence.ShouldBeNull();
        else
            brief.Words(condition.Evidence!).ShouldBe(later);
    }

    [Fact]
    public void What_bars_a_meeting_and_came_about_leaves_its_condition_unmet()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "Mayor Ada Moll will meet Captain Jory Pell in Orlen on 20 March unless the harbour board rejects the plan, her office said.\n\nMayor Ada Moll will meet Captain Jory Pell at the customs house, her spokesman said on Tuesday."),
            ("Strait Mail", "2031-03-11", "The harbour board rejected the plan on Monday, the court said.\n\nThe ferries ran as usual on Monday evening."));
        brief.Ledger.Prospects.ShouldHaveSingleItem().Conditions.ShouldHaveSingleItem().State.ShouldBe(ConditionState.NotMet);
    }

    [Fact]
    public void A_thing_called_by_the_last_word_of_its_name_is_that_thing()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "The Harbour Baths in Orlen were closed on Monday.\n\nThe baths can reopen only if the new boiler is tested, Mayor Ada Moll said."),
            ("Strait Mail", "2031-03-11", "The Harbour Baths in Orlen will reopen on 20 March, Mayor Ada Moll said.\n\nThe ferries ran as usual on Monday evening."));
        brief.Ledger.Prospects.ShouldHaveSingleItem().History.Select(s => s.Status).ShouldBe([ProspectStatus.Conditional, ProspectStatus.Scheduled]);
    }

    [Theory]
    [InlineData("2031-03-27", false)]
    [InlineData("2031-03-28", true)]
    public void A_prospect_lapses_a_week_after_its_window_when_no_page_tells_what_came_of_it(string printed, bool lapsed)
    {
        var prospect = Pile.Of(Firm, ("Strait Mail", printed, "The ferries to the islands ran as usual on Monday evening, the harbour office said.")).Ledger.Prospects.ShouldHaveSingleItem();
        (prospect.Status == ProspectStatus.Lapsed).ShouldBe(lapsed);
        if (lapsed)
        {
            prospect.History[^1].Date.ShouldBe(DateRange.Day(new LocalDate(2031, 3, 21)));
            prospect.History[^1].Rule.ShouldBe("window-closed");
        }
    }

    [Fact]
    public void A_record_asked_for_on_a_later_day_says_that_the_window_closed()
    {
        var documents = new[] { Pile.Read("a.html", Firm.Item1, Firm.Item2, Firm.Item3), Pile.Read("b.html", "Strait Mail", "2031-03-11", "The ferries to the islands ran as usual on Monday evening.") };
        Desk.Brief(documents, new BriefOptions(AsOf: new LocalDate(2031, 4, 2))).Ledger.Prospects.ShouldHaveSingleItem().Status.ShouldBe(ProspectStatus.Lapsed);
        Desk.Brief(documents, new BriefOptions(AsOf: new LocalDate(2031, 3, 12))).Ledger.Prospects.ShouldHaveSingleItem().Status.ShouldNotBe(ProspectStatus.Lapsed);
    }

    [Theory]
    [InlineData("Mayor Ada Moll met Captain Jory Pell in Orlen on 20 March, the harbour office said.", ProspectStatus.Happened)]
    [InlineData("The meeting between Mayor Ada Moll and Captain Jory Pell did not take place, the harbour office said.", ProspectStatus.DidNotHappen)]
    [InlineData("The meeting between Mayor Ada Moll and Captain Jory Pell has been put off until May, the harbour office said.", ProspectStatus.Postponed)]
    [InlineData("The meeting between Mayor Ada Moll and Captain Jory Pell never took place, the harbour office said.", ProspectStatus.DidNotHappen)]
    [InlineData("Mayor Ada Moll did not meet Captain Jory Pell on 20 March after all, the harbour office said.", ProspectStatus.DidNotHappen)]
    [InlineData("Mayor Ada Moll and Captain Jory Pell failed to meet on 20 March, the harbour office said.", ProspectStatus.DidNotHappen)]
    public void Later_pages_say_what_came_of_it(string later, ProspectStatus status)
    {
        var brief = Pile.Of(Firm, ("Strait Mail", "2031-03-31", later + "\n\nThe ferries ran as usual on Monday evening."));
        var prospect = brief.Ledger.Prospects.First(p => p.Parties.Count == 2);
        prospect.Status.ShouldBe(status);
        brief.Words(new Citation(prospect.History[^1].Document, prospect.History[^1].Span)).ShouldBe(later);
    }
}
