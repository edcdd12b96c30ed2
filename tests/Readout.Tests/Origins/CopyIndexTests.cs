using NodaTime;
using Readout.Origins;

namespace Readout.Tests.Origins;

public sealed class CopyIndexTests
{
    private static readonly LocalDate Day = new(2031, 3, 4);

    [Fact]
    public void A_text_with_sentences_left_out_and_added_is_a_copy()
    {
        var story = Prose.Sentences("pier", 20);
        var copy = Prose.Sentences("own", 4).Concat(story.Take(6)).Concat(story.Skip(12));
        var groups = Groups(Text("a", story), Text("b", copy, Day.PlusDays(1)));
        groups.ShouldHaveSingleItem().Members.Select(m => m.Text.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_stream_hears_at_once_what_a_text_copies()
    {
        var index = new CopyIndex(new CopyOptions());
        index.Add(Text("a", Prose.Sentences("pier", 12))).IsCopy.ShouldBeFalse();
        index.Add(Text("b", Prose.Sentences("toll", 12))).IsCopy.ShouldBeFalse();
        var copy = index.Add(Text("c", Prose.Sentences("pier", 12).Take(9)));
        copy.IsCopy.ShouldBeTrue();
        copy.Representative.ShouldBe("a");
        copy.Taken.ShouldBe(1, 0.01);
        copy.Covered.ShouldBeInRange(0.6, 0.9);
    }

    [Fact]
    public void Copies_of_copies_do_not_chain_strangers_together()
    {
        // Each text keeps half of the one before: the first and the last share nothing.
        var long_ = Prose.Sentences("walk", 60);
        var texts = Enumerable.Range(0, 6).Select(i => Text("t" + i, long_.Skip(i * 8).Take(16), Day.PlusDays(i))).ToArray();
        foreach (var group in Groups(texts))
            group.Members.ShouldAllBe(m => m.Taken >= 0.3 || m.Covered >= 0.3);
        Groups(texts).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_text_made_of_two_reports_belongs_to_the_one_it_has_most_of()
    {
        var (pier, toll) = (Prose.Sentences("pier", 20), Prose.Sentences("toll", 8));
        var groups = Groups(
            Text("pier", pier), Text("pier-copy", pier.Take(15), Day.PlusDays(1)),
            Text("toll", toll), Text("both", toll.Concat(pier.Take(17)), Day.PlusDays(2)));
        groups.ShouldHaveSingleItem().Members.Select(m => m.Text.Id).ShouldBe(["pier", "pier-copy", "both"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_arrival_does_not_change_the_families(int seed)
    {
        var texts = Prose.Pile(60).ToList();
        var sorted = Shape(Groups([.. texts]));
        var random = new Random(seed);
        Shape(Groups([.. texts.OrderBy(_ => random.Next())])).ShouldBe(sorted);
        texts.Reverse();
        Shape(Groups([.. texts])).ShouldBe(sorted);
    }

    [Fact]
    public void Missing_and_impossible_dates_lose_nothing()
    {
        var story = Prose.Sentences("pier", 12).ToList();
        var group = Groups(
            Text("undated", story, null), Text("epoch", story.Take(11), new LocalDate(1970, 1, 1)),
            Text("future", story.Skip(1), new LocalDate(2099, 12, 31)), Text("day", story.Take(10))).ShouldHaveSingleItem();
        group.Members.Count.ShouldBe(4);
    }

    [Fact]
    public void What_an_outlet_prints_under_everything_makes_no_copies()
    {
        var footer = Prose.Sentences("footer", 5);
        var texts = Enumerable.Range(0, 8).Select(i => new CopyText("t" + i, "Vask Herald", Day, Shingling.Of(string.Join(' ', Prose.Sentences("news" + i, 6).Concat(footer)))));
        Groups([.. texts]).ShouldBeEmpty();
    }

    [Fact]
    public void An_outlet_that_prints_five_versions_of_a_text_has_no_furniture_in_it()
    {
        var story = Prose.Sentences("pier", 12);
        var texts = Enumerable.Range(0, 5).Select(i => new CopyText("t" + i, "Vask Herald", Day, Shingling.Of(string.Join(' ', Prose.Sentences("news" + i, 2).Concat(story)))));
        Groups([.. texts]).ShouldHaveSingleItem().Members.Count.ShouldBe(5);
    }

    [Fact]
    public void Texts_of_boilerplate_alone_are_kept_and_make_no_pairs_by_the_square()
    {
        var footer = Prose.Sentences("footer", 6);
        var texts = Enumerable.Range(0, 400).Select(i => new CopyText("t" + i, "Vask Herald", Day, Shingling.Of(string.Join(' ', footer.Skip(i % 3).Append("Page " + i + ".")))));
        var index = new CopyIndex(new CopyOptions());
        foreach (var text in texts)
            index.Add(text);
        index.Count.ShouldBe(400);
        index.Groups().Sum(g => g.Members.Count).ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public void One_id_twice_is_two_texts() =>
        Groups(Text("a", Prose.Sentences("pier", 12)), Text("a", Prose.Sentences("pier", 12))).ShouldHaveSingleItem().Members.Count.ShouldBe(2);

    [Theory]
    [InlineData("")]
    [InlineData("Storm")]
    [InlineData("Storm over Vask: ferries stay in port")]
    public void Texts_too_short_to_copy_are_no_family(string text)
    {
        Groups(Text("a", [text]), Text("b", [text])).ShouldBeEmpty();
        var index = new CopyIndex(new CopyOptions());
        index.Add(Text("a", [text]));
        index.Add(Text("b", [text])).ShouldBe(new CopyPlacement("b", false, 1, 1));
    }

    [Fact]
    public void Fifty_thousand_copies_of_one_text_are_one_family()
    {
        var index = new CopyIndex(new CopyOptions());
        var story = Shingling.Of(string.Join('\n', Prose.Sentences("pier", 12)));
        for (var i = 0; i < 50_000; i++)
            index.Add(new CopyText("t" + i, "Outlet " + i, Day, story));
        index.Count.ShouldBe(1);
        index.Groups().ShouldHaveSingleItem().Members.Count.ShouldBe(50_000);
    }

    [Fact]
    public void Thousands_of_texts_that_each_change_a_word_are_one_family()
    {
        const int Count = 2_000;
        var story = Prose.Sentences("pier", 12).ToList();
        var index = new CopyIndex(new CopyOptions());
        for (var i = 0; i < Count; i++)
            index.Add(Text("t" + i, [.. story.Take(i % 12), "Version " + i + " came in late.", .. story.Skip(i % 12)]));
        index.Groups().ShouldHaveSingleItem().Members.Count.ShouldBe(Count);
    }

    [Fact]
    public void A_window_forgets_the_oldest_arrivals_whatever_their_stamps()
    {
        var index = new CopyIndex(new CopyOptions { Window = 100 });
        index.Add(Text("early", Prose.Sentences("pier", 12), new LocalDate(2099, 1, 1)));
        for (var i = 0; i < 90; i++)
            index.Add(Text("t" + i, Prose.Sentences("other" + i, 8), new LocalDate(1970, 1, 1)));
        index.Add(Text("copy", Prose.Sentences("pier", 11))).IsCopy.ShouldBeTrue();
        for (var i = 90; i < 400; i++)
            index.Add(Text("t" + i, Prose.Sentences("other" + i, 8)));
        index.Add(Text("late copy", Prose.Sentences("pier", 10))).IsCopy.ShouldBeFalse();
        index.Count.ShouldBeLessThanOrEqualTo(113);
    }

    [Fact]
    public void A_copy_that_outlives_its_original_stands_for_its_family()
    {
        var index = new CopyIndex(new CopyOptions { Window = 100 });
        index.Add(Text("original", Prose.Sentences("pier", 12)));
        for (var i = 0; i < 100; i++)
            index.Add(Text("t" + i, Prose.Sentences("other" + i, 8)));
        index.Add(Text("copy", Prose.Sentences("pier", 11))).Representative.ShouldBe("original");
        for (var i = 100; i < 150; i++)
            index.Add(Text("t" + i, Prose.Sentences("other" + i, 8)));
        index.Add(Text("late copy", Prose.Sentences("pier", 10))).Representative.ShouldBe("copy");
    }

    [Fact]
    public void A_language_without_spaces_is_compared_by_its_characters()
    {
        const string Report = "奥伦港务局星期一宣布北码头将在秋季风暴来临之前重建。工程费用为九百万克朗其中三分之一由岛议会用渡轮通行费支付。渔民警告说更长的码头会使沙洲移位。";
        Groups(Text("a", [Report]), Text("b", ["本报讯。" + Report[..60]]), Text("c", ["瓦斯克市长星期二说渡轮将停运三天原因是海上大风市政府建议居民改乘火车前往首都。"]))
            .ShouldHaveSingleItem().Members.Count.ShouldBe(2);
    }

    private static CopyText Text(string id, IEnumerable<string> sentences) => Text(id, sentences, Day);

    private static CopyText Text(string id, IEnumerable<string> sentences, LocalDate? day) =>
        new(id, "Outlet of " + id, day, Shingling.Of(string.Join(' ', sentences)));

    private static IReadOnlyList<CopyGroup> Groups(params CopyText[] texts)
    {
        var index = new CopyIndex(new CopyOptions());
        foreach (var text in texts)
            index.Add(text);
        return index.Groups();
    }

    private static List<string> Shape(IReadOnlyList<CopyGroup> groups) =>
        [.. groups.Select(g => g.Representative.Id + ": " + string.Join(' ', g.Members.Select(m => m.Text.Id)))];
}
