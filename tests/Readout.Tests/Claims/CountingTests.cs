using Readout.Briefs;
using Readout.Claims;

namespace Readout.Tests.Claims;

public sealed class CountingTests
{
    [Fact]
    public void Whom_nobody_names_counts_once_however_many_pages_heard_them()
    {
        var counts = Counts(
            ("Vask Herald", "2031-03-04", "The northern pier will be closed to ferries until the second week of June, an official said on Monday."),
            ("Strait Mail", "2031-03-04", "The northern pier will be closed to ferries until the second week of June, sources said on Monday."));
        var voice = counts.Speakers.ShouldHaveSingleItem();
        voice.Documents.Count.ShouldBe(2);
        voice.Reason.ShouldContain("nobody is named");
        counts.Texts.Count.ShouldBe(2);
    }

    [Fact]
    public void Two_who_are_named_stay_two()
    {
        var counts = Counts(
            ("Vask Herald", "2031-03-04", "The northern pier will be closed to ferries until the second week of June, Mayor Ada Moll said on Monday."),
            ("Strait Mail", "2031-03-04", "The northern pier will be closed to ferries until the second week of June, Captain Jory Pell said on Monday."));
        counts.Speakers.Count.ShouldBe(2);
    }

    [Fact]
    public void The_reason_of_a_merged_text_says_which_page_copies_which()
    {
        var report = "The northern pier will be closed to ferries until the second week of June, Mayor Ada Moll said on Monday.\n\n" + string.Join("\n\n", Readout.Tests.Origins.Prose.Sentences("report", 8));
        var text = Counts(("Vask Herald", "2031-03-04", report), ("Strait Mail", "2031-03-05", report)).Texts.ShouldHaveSingleItem();
        text.Documents.Count.ShouldBe(2);
        text.Reason.ShouldContain("page1.html copies page0.html");
        text.Reason.ShouldContain("printed a day later");
    }

    [Theory]
    [InlineData("")]
    [InlineData("VASK (Strait Wire) - ")]
    public void Ten_more_copies_change_neither_texts_nor_speakers(string dateline)
    {
        var report = dateline + "The northern pier will be closed to ferries until the second week of June.\n\n" + string.Join("\n\n", Readout.Tests.Origins.Prose.Sentences("report", 8));
        (string, string, string)[] two = [("Vask Herald", "2031-03-04", report), ("Strait Mail", "2031-03-05", report[dateline.Length..])];
        var copies = Enumerable.Range(0, 10).Select(i => ($"Paper Number {(char)('A' + i)}", $"2031-03-{6 + i:00}", report[dateline.Length..]));
        var few = Northern(Pile.Of(two));
        var many = Northern(Pile.Of([.. two, .. copies]));
        many.Outlets.Count.ShouldBe(12);
        many.Texts.Count.ShouldBe(few.Texts.Count);
        many.Speakers.Select(s => s.Name).ShouldBe(few.Speakers.Select(s => s.Name));
        many.Speakers.ShouldHaveSingleItem();
    }

    private static Counts Northern(Brief brief) =>
        brief.Ledger.Claims.Where(c => brief.Words(c.Statement).Contains("northern pier", StringComparison.Ordinal)).ShouldHaveSingleItem().Counts;

    private static Counts Counts(params (string, string, string)[] pages)
    {
        var brief = Pile.Of(pages);
        return brief.Ledger.Claims.First(c => c.Attestations.Count == 2 && brief.Words(c.Statement).Contains("northern pier", StringComparison.Ordinal)).Counts;
    }
}
