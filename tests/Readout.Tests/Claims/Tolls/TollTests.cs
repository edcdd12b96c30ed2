using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Claims;
using Readout.Origins;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Claims.Tolls;

public sealed class TollTests
{
    [Theory]
    [InlineData("Two dead, three hurt in Orlen blast", "Two people were killed and three others were injured in a blast in Orlen on Monday.", 2, 3)]
    [InlineData("Six shot, two fatally, in Vask", "Six people were shot in Vask on Monday.", 2, 4)]
    [InlineData("Man kills wife, self in Orlen", "The two were found dead on Monday.", 2, 0)]
    [InlineData("Boy dies after accidentally shooting himself", "A 9-year-old boy died after he accidentally shot himself in Orlen on Monday.\nThe boy was taken to a hospital, where he died.", 1, 0)]
    [InlineData("Shooting in Vask", "Jory Pell, 27, was shot in the neck on Monday. Ina Sorrel, 26, was shot in the back. Pell died at the scene.", 1, 1)]
    [InlineData("Double homicide in Orlen", "Police are looking for witnesses of the crime.", 2, 0)]
    [InlineData("17-year-old boy shot, killed in Vask", "The page could not be loaded.", 1, 0)]
    [InlineData("6-year-old girl shot in the head, killed", "The page could not be loaded.", 1, 0)]
    [InlineData("Boy, 4, shot dead", "The page could not be loaded.", 1, 0)]
    [InlineData("Man fatally shot in Orlen; second man wounded", "Police are looking for witnesses.", 1, 1)]
    [InlineData("Mother of three shot to death in Vask", "Police are looking for witnesses.", 1, 0)]
    [InlineData("Police: Father kills wife, son, daughter, then himself", "Police are looking for witnesses.", 4, 0)]
    [InlineData("Man kills wife, police officer says", "Police are looking for witnesses.", 1, 0)]
    [InlineData("Deputies find a deceased man in Vask", "Police are looking for witnesses.", 1, 0)]
    [InlineData("1 dead, 1 injured in Orlen", "A man was killed and a girl was wounded on Monday. Jory Pell, 22, died at the scene, a woman said.", 1, 1)]
    [InlineData("One hurt in Vask fire", "A woman was injured in a fire in Vask on Monday.\nIn 2019 a fire killed eleven people in Orlen.", 0, 1)]
    [InlineData("One Dead, Four Wounded in Harbour Blast", "Police are looking for witnesses.", 1, 4)]
    [InlineData("Police seek man in shooting that killed two in Orlen", "Police are looking for witnesses.", 2, 0)]
    [InlineData("No charges for boy who accidentally shot, killed friend", "Police are looking for witnesses.", 1, 0)]
    [InlineData("Man on trial in death of son who killed himself", "Police are looking for witnesses.", 1, 0)]
    [InlineData("Police: Man kills woman, her son, himself in Vask", "Police are looking for witnesses.", 3, 0)]
    [InlineData("Two women arrested after Orlen student shot and killed", "Police are looking for witnesses.", 1, 0)]
    [InlineData("Man accused of shooting, killing baby, dies", "Police are looking for witnesses.", 2, 0)]
    [InlineData("Orlen mom, two sons died in fire", "Police are looking for witnesses.", 3, 0)]
    [InlineData("Woman injured in drive-by shooting dies", "Police are looking for witnesses.", 1, 0)]
    [InlineData("Family of four dies in Orlen home", "Police are looking for witnesses.", 4, 0)]
    [InlineData("Shooting in Vask", "A man shot and killed a neighbour before turning the gun on himself.", 2, 0)]
    [InlineData("Shooting in Vask", "Police say the man fatally shot three people and then took his own life.", 4, 0)]
    [InlineData("Orlen man shot", "Police say a man is dead after his son accidentally shot him.", 1, 0)]
    [InlineData("Manhunt in Orlen", "Two relatives of a man who fired on police with an AK-47 were found dead on Monday.", 2, 0)]
    [InlineData("Girl hurt in Vask", "1:19 Results revealed by harbour master\n0:50 One dead after ferry fire\nA girl was injured in Vask.", 0, 1)]
    public void A_page_tells_the_toll_of_its_own_event(string title, string text, int killed, int injured)
    {
        var toll = PageToll.Read(Page("a", title, text, 4));
        (toll.Killed?.Count, toll.Injured?.Count).ShouldBe((killed, injured));
    }

    [Fact]
    public void A_page_that_tells_of_no_harm_says_nothing() =>
        PageToll.Read(Page("a", "Orlen market opens", "The market of Orlen opened on Monday.", 4)).ShouldBe(new PageToll(null, null, false));

    [Fact]
    public void Every_number_has_its_words_and_its_rule()
    {
        var page = Page("a", "Two dead, three hurt in Orlen blast", "Two people were killed and three others were injured.", 4);
        var toll = PageToll.Read(page);
        toll.Killed!.Spans.Select(page.Slice).ShouldContain("Two dead");
        toll.Killed.Rule.ShouldBe("headline");
        toll.Injured!.Spans.ShouldNotBeEmpty();
    }

    [Fact]
    public void Whoever_died_later_is_no_longer_counted_as_injured()
    {
        var toll = Toll(
            Page("a", "One dead, four injured in Vask", "One person was killed and four others were injured in Vask on Monday.", 4),
            Page("b", "Second victim of Vask blast dies", "Two people are now dead and three are injured after the blast in Vask.", 7));
        (toll.Killed!.Value.Count, toll.Injured!.Value.Count).ShouldBe((2, 3));
        (toll.Killed.Document, toll.Injured.Document).ShouldBe(("b", "b"));
    }

    [Fact]
    public void A_page_on_several_events_does_not_outvote_one_on_this()
    {
        var toll = Toll(
            Page("a", "Man killed in Vask", "A man was killed in Vask on Monday.", 4),
            Page("b", "Seven dead in weekend shootings", "Seven people were killed in shootings in Orlen and Vask.", 5),
            Page("c", "Weekend violence: seven dead", "Seven people were killed in Orlen and Vask.", 5));
        toll.Killed!.Value.Count.ShouldBe(1);
    }

    [Fact]
    public void Copies_have_one_voice()
    {
        Document[] pages =
        [
            Page("a", "Three killed in Orlen", "Three people were killed in Orlen on Monday.", 4),
            Page("b", "Three killed in Orlen, police say", "Three people were killed in Orlen on Monday.", 4),
            Page("c", "Two killed in Orlen", "Two people were killed in a fire in Orlen.", 5),
            Page("d", "Two dead after fire in Orlen", "A fire has killed two people, the mayor said.", 5),
        ];
        StoryToll.Of(pages, []).Killed!.Value.Count.ShouldBe(2);
        StoryToll.Of([.. pages, Page("e", "Three killed in Orlen: police", "Three people were killed in Orlen on Monday.", 6)], [new Family("f", ["a", "b", "e"], "a", [])]).Killed!.Value.Count.ShouldBe(2);
    }

    [Fact]
    public void A_very_long_sentence_is_read_in_a_moment()
    {
        var page = Page("a", "Dead in Orlen", string.Join(" and ", Enumerable.Repeat("a man was killed", 30_000)) + ".", 4);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        PageToll.Read(page).Killed.ShouldNotBeNull();
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
    }

    private static StoryToll Toll(params Document[] pages) => StoryToll.Of(pages, []);

    private static Document Page(string id, string title, string text, int day)
    {
        var paragraphs = new List<Paragraph>();
        var at = title.Length + 1;
        foreach (var line in text.Split('\n'))
        {
            paragraphs.Add(new Paragraph(new Span(at, at + line.Length), false));
            at += line.Length + 1;
        }
        var page = new Page(id, "", MediaType.PlainText, new SourceText(title + "\n" + text), [], [], []);
        var published = new Published(DateRange.Day(new LocalDate(2031, 3, day)), DateBasis.Stated, [], "made");
        return Annotator.Annotate(id, new Article(page, "en", new Sourced<string>(title, new Span(0, title.Length), "made"), null, null, published, [], paragraphs, [], []));
    }
}
