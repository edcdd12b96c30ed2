using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Store.Building;
using Readout.Store.Corrections;

namespace Readout.Store.Tests;

public class CorrectionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(BuildLayer.Pages)]
    public void A_day_and_a_speaker_that_somebody_gave_outlive_rebuilds(BuildLayer? from)
    {
        using var test = new TestWorkspace();
        test.AddText("ferry.txt", "Ferry stops\n\nOrlen Courier\n\nORLEN - “Six boats are held,” the mayor, Ada Moll, said on Monday.\n\n“Nobody was hurt,” said Jory Pell.");
        test.Build();
        Quotation moved;
        using (var workspace = test.Write())
        {
            var document = Only(workspace);
            document.Article.Published?.Basis.ShouldNotBe(DateBasis.Stated);
            moved = document.Quotations.Single(q => document.Slice(q.Extent) == "“Nobody was hurt,”");
            var (start, end) = document.Text.ToCodePoints(moved.Extent);
            Correct(workspace, test, CorrectionVerb.SetDate, "2031-05-05", document.Article.Page.Sha256);
            Correct(workspace, test, CorrectionVerb.SetSpeaker, "Ina Sorrel", SpeakerCorrection.Target(document.Article.Page.Sha256, start, end));
        }
        test.Build(from).Read.ShouldBe(1);

        using (var workspace = test.Read())
        {
            var document = Only(workspace);
            document.Article.Published!.Day.ShouldBe(new LocalDate(2031, 5, 5));
            var quotation = document.Quotations.Single(q => q.Extent == moved.Extent);
            document.Entities[quotation.Speaker!.Value].Name.ShouldBe("Ina Sorrel");
            quotation.Rule.ShouldBe("correction");
        }
    }

    [Fact]
    public void One_source_counts_as_one_text_until_it_is_undone()
    {
        using var test = new TestWorkspace();
        test.Add(Samples.Of("dam"));
        test.Build();
        int before;
        string id;
        using (var workspace = test.Write())
        {
            var ledger = Ledger(workspace);
            before = ledger.Story.Families.Count;
            var alone = ledger.Story.Documents.Where(d => !ledger.Story.Families.Any(f => f.Documents.Contains(d.Id))).Take(2).Select(d => d.Article.Page.Sha256).ToArray();
            id = Correct(workspace, test, CorrectionVerb.SameOrigin, null, alone).Id;
        }
        test.Build().Made.ShouldBe(1);
        using (var workspace = test.Write())
        {
            var family = Ledger(workspace).Story.Families.Single(f => f.Links.Any(l => l.Link == AttributionLink.Manual));
            family.Links.Single().Reason.ShouldContain("because");
            // one source is no copy: no page is old news by it
            Ledger(workspace).Story.Documents.Where(d => d.Id == family.Links[0].From).ShouldAllBe(d => d.Diagnostics.All(g => g.Code != Text.DiagnosticCode.StaleRepublication));
            Correct(workspace, test, CorrectionVerb.Undo, null, id);
        }
        test.Build();
        using (var workspace = test.Read())
            Ledger(workspace).Story.Families.Count.ShouldBe(before);
    }

    [Fact]
    public void Copies_that_are_none_count_each_for_themselves()
    {
        using var test = new TestWorkspace();
        test.Add(Samples.Of("dam"));
        test.Build();
        using (var workspace = test.Write())
        {
            var ledger = Ledger(workspace);
            var link = ledger.Story.Families[0].Links[0];
            Correct(workspace, test, CorrectionVerb.NotSameOrigin, null, ledger.Story.Document(link.From).Article.Page.Sha256, ledger.Story.Document(link.To).Article.Page.Sha256);
            var after = Ledger(workspace);
            after.Story.Families.ShouldNotContain(f => f.Documents.Contains(link.From) && f.Documents.Contains(link.To));
        }
    }

    [Fact]
    public void Stories_are_merged_and_split_and_old_ids_lead_on()
    {
        using var test = new TestWorkspace();
        test.Add([.. Samples.Of("strike"), .. Samples.Of("mill")]);
        test.Build();
        string merge;
        IReadOnlyList<string> ids;
        using (var workspace = test.Write())
        {
            ids = workspace.Stories.Ids();
            merge = Correct(workspace, test, CorrectionVerb.Merge, null, [.. ids.Select(i => workspace.Documents.Rows(workspace.Stories.Members(i))[0].Sha256)]).Id;
        }
        test.Build().Stories.ShouldBe(1);
        using (var workspace = test.Write())
        {
            ids.Select(i => workspace.Stories.Find(i)!.Id).Distinct().Count().ShouldBe(1);
            Correct(workspace, test, CorrectionVerb.Undo, null, merge);
        }
        test.Build().Stories.ShouldBe(2);
        using (var workspace = test.Write())
        {
            workspace.Stories.Ids().ShouldBe(ids);
            Correct(workspace, test, CorrectionVerb.Split, null, workspace.Documents.Rows(workspace.Stories.Members(ids[0]))[^1].Sha256);
        }
        test.Build().Stories.ShouldBe(3);
    }

    [Fact]
    public void An_undo_that_is_undone_lets_the_correction_hold_again()
    {
        using var test = new TestWorkspace();
        using var workspace = test.Write();
        var page = new string('a', 64);
        var first = Correct(workspace, test, CorrectionVerb.SetDate, "2031-01-01", page);
        var undo = Correct(workspace, test, CorrectionVerb.Undo, null, first.Id);
        workspace.Corrections.Current().DayOf(page).ShouldBeNull();
        Correct(workspace, test, CorrectionVerb.Undo, null, undo.Id);
        workspace.Corrections.Current().DayOf(page).ShouldBe(new LocalDate(2031, 1, 1));
        workspace.Corrections.All().Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"id":"k1"}""")]
    [InlineData("""{"id":"k1","at":"x","author":"a","verb":"set-everything","targets":[],"reason":"r"}""")]
    public void A_line_that_is_no_correction_is_named(string line)
    {
        using var test = new TestWorkspace();
        using var workspace = test.Write();
        Correct(workspace, test, CorrectionVerb.SetDate, "2031-01-01", new string('a', 64));
        File.AppendAllText(Path.Combine(test.Folder, CorrectionLog.FileName), line + "\n");
        Should.Throw<StoreException>(workspace.Corrections.All).Message.ShouldContain("line 2");
    }

    private static Correction Correct(Workspace workspace, TestWorkspace test, CorrectionVerb verb, string? value, params string[] targets) =>
        workspace.Corrections.Add(verb, targets, value, "Ina Sorrel", "because", test.Clock.GetCurrentInstant());

    private static Document Only(Workspace workspace) => workspace.Documents.Read([1]).Single();

    private static Claims.Ledger Ledger(Workspace workspace) =>
        workspace.Corrections.Current().Ledger(workspace.Documents.Read([.. workspace.Pages.Current().Select(p => p.Id)]), null);
}
