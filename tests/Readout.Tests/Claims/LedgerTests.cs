using Readout.Annotations;
using Readout.Claims;

namespace Readout.Tests.Claims;

public sealed class LedgerTests
{
    private const string Agency =
        "Mayor Ada Moll and Mayor Jory Pell could meet in Orlen in May, provided that the ferry sails again, Moll's spokesman Tam Reck said on Monday.\n\n"
        + "“The two of them have a good deal to talk about and the harbour will not wait for ever,” Reck told reporters in the old town hall of Vask.\n\n"
        + "The ferry has been out of service since a storm tore away the northern pier and sank two fishing boats in the first week of the year.";

    [Fact]
    public void Copies_add_outlets_but_neither_texts_nor_speakers()
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Agency), ("Orlen Courier", "2031-03-05", Agency), ("Strait Mail", "2031-03-05", Agency));
        var claim = brief.Ledger.Claims.First(c => brief.Words(c.Statement).Contains("provided that", StringComparison.Ordinal));
        claim.Counts.Outlets.Count.ShouldBe(3);
        claim.Counts.Texts.Count.ShouldBe(1);
        claim.Counts.Speakers.Count.ShouldBe(1);
    }

    [Fact]
    public void Two_figures_for_one_year_from_two_sources_are_a_dispute()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "The Vask Ferries line carried 41,000 passengers in 2030, the Orlen harbour board said on Monday."),
            ("Orlen Courier", "2031-03-09", "The Vask Ferries line carried 36,000 passengers in 2030, the Strait Travellers' Union said on Friday."));
        var dispute = brief.Ledger.Disputes.ShouldHaveSingleItem();
        dispute.Type.ShouldBe(DisputeType.Value);
        dispute.Scope.ShouldBe(DisputeScope.BetweenSources);
        dispute.Sides.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("The storm killed four people in Orlen, the police said on Monday.", "The storm killed nine people in Orlen, the police said on Friday.")]
    [InlineData("At least 40 people work at the Orlen pier, the harbour board said.", "Some 43 people work at the Orlen pier, the harbour board said.")]
    [InlineData("The line carried 41,000 passengers in 2030, the harbour board said.", "The line carried 9,000 passengers in the first quarter of 2031, the harbour board said.")]
    public void Growth_agreeing_bounds_and_other_windows_are_no_dispute(string first, string second)
    {
        var brief = Pile.Of(("Vask Herald", "2031-04-15", first), ("Orlen Courier", "2031-04-19", second));
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    [Fact]
    public void A_toll_that_grows_is_a_change()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-04-15", "The storm killed four people in Orlen, the police said on Monday."),
            ("Orlen Courier", "2031-04-19", "The storm killed nine people in Orlen, the police said on Friday."));
        var change = brief.Ledger.Changes.ShouldHaveSingleItem();
        change.Kind.ShouldBe(ChangeKind.Update);
        change.Steps.Count.ShouldBe(2);
    }

    [Fact]
    public void A_later_page_with_an_earlier_last_time_is_a_dispute()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "The last time Ada Moll and Jory Pell met in person was in November 2029, at a dinner in Vask."),
            ("Orlen Courier", "2031-05-24", "Jory Pell and Ada Moll last met in person in October 2027, at the Orlen boat fair."));
        var dispute = brief.Ledger.Disputes.ShouldHaveSingleItem();
        dispute.Type.ShouldBe(DisputeType.Date);
        dispute.Sides.SelectMany(s => s.Attestations).Count().ShouldBe(2);
    }

    [Fact]
    public void A_later_last_time_after_the_earlier_page_is_no_dispute()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "The last time Ada Moll and Jory Pell met in person was in November 2029, at a dinner in Vask."),
            ("Orlen Courier", "2031-05-24", "Jory Pell and Ada Moll last met in person in April 2031, at the Orlen boat fair."));
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    [Fact]
    public void The_history_of_a_prospect_runs_in_the_order_of_speaking()
    {
        var brief = Pile.Of(
            ("Strait Mail", "2031-05-24", "The meeting between Ada Moll and Jory Pell, due to be held in Orlen on Tuesday, has been postponed until June, Moll said on Friday."),
            ("Vask Herald", "2031-03-04", Agency),
            ("Orlen Courier", "2031-05-09", "Ada Moll and Jory Pell will meet on 27 May at the town hall in Orlen, the two mayors said in a joint statement on Thursday."));
        var prospect = brief.Ledger.Prospects[0];
        prospect.History.Select(h => h.Status).ShouldBe([ProspectStatus.Conditional, ProspectStatus.Scheduled, ProspectStatus.Postponed], ignoreOrder: false);
        prospect.Status.ShouldBe(ProspectStatus.Postponed);
        brief.Ledger.Story.Document(prospect.History[0].Document).Slice(prospect.History[0].Condition!.Value).ShouldBe("provided that the ferry sails again");
    }

    [Fact]
    public void A_denied_rumour_never_sets_the_rumoured_status()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-05-09", "Ada Moll and Jory Pell will meet on 27 May at the town hall in Orlen, the two mayors said in a joint statement on Thursday."),
            ("Orlen Courier", "2031-05-12", "Ada Moll denied a report that the meeting with Jory Pell had been cancelled."));
        brief.Ledger.Prospects.SelectMany(p => p.History).ShouldNotContain(h => h.Status == ProspectStatus.Cancelled);
    }

    [Fact]
    public void Every_printed_sentence_stands_at_its_place()
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Agency), ("Orlen Courier", "2031-03-05", Agency));
        brief.Sections.SelectMany(s => s.Sentences).ShouldNotBeEmpty();
        foreach (var sentence in brief.Sections.SelectMany(s => s.Sentences))
            string.Join(" … ", sentence.Citations.Select(c => Readout.Briefs.SentenceCheck.Fold(brief.Words(c)))).ShouldBe(sentence.Text);
    }

    [Fact]
    public void What_was_published_after_the_day_asked_for_is_left_out()
    {
        var pages = new[] { ("2031-03-04", Agency), ("2031-05-09", "Ada Moll and Jory Pell will meet on 27 May at the town hall in Orlen, the two mayors said in a joint statement on Thursday.") }
            .Select((p, i) => Pile.Read($"p{i}.html", "Vask Herald", p.Item1, p.Item2)).ToList();
        var brief = Desk.Brief(pages, new Readout.Briefs.BriefOptions(AsOf: new NodaTime.LocalDate(2031, 4, 1)));
        brief.Ledger.Story.Documents.Count.ShouldBe(1);
        brief.Ledger.Prospects.SelectMany(p => p.History).ShouldNotContain(h => h.Status == ProspectStatus.Scheduled);
    }

    [Fact]
    public void A_cancellation_that_depends_on_something_is_conditional()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-05-09", "The meeting of Ada Moll and Jory Pell would be cancelled if the ferry strike goes on, Moll said on Thursday."),
            ("Orlen Courier", "2031-05-10", "Ada Moll and Jory Pell could meet in Orlen in June, Pell said on Friday."));
        brief.Ledger.Prospects.SelectMany(p => p.History).ShouldNotContain(h => h.Status == ProspectStatus.Cancelled);
    }

    [Fact]
    public void A_sound_page_about_two_events_does_not_contradict_itself()
    {
        var brief = Pile.Of(("Vask Herald", "2031-05-09",
            "Ada Moll and Jory Pell will meet on 27 May at the town hall in Orlen, the two mayors said on Thursday.\n\nNo date has been set for the signing of the ferry accord, Moll said."));
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    [Fact]
    public void Stories_that_have_nothing_to_do_with_each_other_can_lie_in_one_pile()
    {
        var root = Samples.Repository.Root;
        var pages = new[] { "dam", "mill", "strike" }
            .SelectMany(s => Directory.GetFiles(Path.Combine(root, "samples", s)))
            .Select(file => Desk.Read(new PageInput(file, File.ReadAllBytes(file))));
        Desk.Brief(pages).Sections.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_day_of_what_an_event_waits_for_is_the_day_of_the_event()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-04-04", "Ada Moll and Jory Pell could meet in Orlen in May if Pell comes to the great boat fair, Moll said on Friday.\n\nThe great boat fair opens on 12 May."),
            ("Orlen Courier", "2031-03-05", "Ada Moll is ready to meet Jory Pell, her spokesman said on Tuesday."));
        brief.Ledger.Prospects[0].Window.ShouldBe(Readout.Text.DateRange.Day(new NodaTime.LocalDate(2031, 5, 12)));
    }

    [Theory]
    [InlineData("Ada Moll met Jory Pell at the lighthouse in Vask on 9 June 2029.", "later-one-told")]
    [InlineData("A year after Orlen, Ada Moll met Jory Pell in Vask once more.", "orders-both")]
    public void A_page_that_tells_of_the_later_occasion_speaks_for_one_side_and_decides_nothing(string telling, string rule)
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "The last time Ada Moll met Jory Pell was in Orlen in May 2028."),
            ("Strait Mail", "2031-03-05", "Ada Moll and Jory Pell last met in Vask in June 2029."),
            ("Orlen Courier", "2031-03-06", telling + "\n\nThe ferries ran as usual on Monday evening."));
        var dispute = brief.Ledger.Disputes.ShouldHaveSingleItem();
        var evidence = dispute.Evidence.ShouldHaveSingleItem();
        brief.Words(evidence.Source).ShouldBe(telling);
        evidence.Rule.ShouldBe(rule);
        dispute.Sides[evidence.Side].Value.ShouldStartWith("2029-06");
        dispute.Sides.Select(s => s.Origin).ShouldBe(["Vask Herald", "Strait Mail"]);
    }

    [Fact]
    public void A_side_that_is_not_heard_is_a_gap()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "Mayor Ada Moll will meet Captain Jory Pell in Orlen on 20 March, Moll said on Tuesday."),
            ("Strait Mail", "2031-03-05", "“I shall meet Captain Jory Pell on 20 March,” Mayor Ada Moll told reporters in Vask."));
        brief.Sections.Single(s => s.Name == "Gaps").Notes.ShouldContain(n => n.Contains("nobody speaks for Jory Pell", StringComparison.Ordinal));
    }
}
