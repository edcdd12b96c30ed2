using NodaTime;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class QuantityTaggerTests
{
    [Theory]
    [InlineData("The mill employs [430 people] in Vask.", 430d, 430d, null, "person")]
    [InlineData("It would put [at least 2,000 jobs] at risk.", 2000d, null, null, "job")]
    [InlineData("The union expects [more than 3,000 people] there.", 3000d, null, null, "person")]
    [InlineData("They spoke for [over two hours].", 2d, null, "hour", null)]
    [InlineData("It lost [fewer than 40 ships].", null, 40d, null, "ship")]
    [InlineData("It may cost [up to $3.5bn].", null, 3500000000d, "dollar", null)]
    [InlineData("[Some 2,100 jobs] overlap.", 1995d, 2205d, null, "job")]
    [InlineData("[Nearly 300 homes] burned.", 285d, 300d, null, "home")]
    [InlineData("It needs [between 5 and 7 ships].", 5d, 7d, null, "ship")]
    [InlineData("It needs [5 to 7 million tonnes] of grain.", 5000000d, 7000000d, "tonne", "grain")]
    [InlineData("They held [four rounds] of talks.", 4d, 4d, null, "round")]
    [InlineData("It moved [41 million tonnes] of freight.", 41000000d, 41000000d, "tonne", "freight")]
    [InlineData("Shares rose [3.4 percent] again.", 3.4d, 3.4d, "percent", null)]
    [InlineData("He threatened a [100%] tariff.", 100d, 100d, "percent", "tariff")]
    [InlineData("It saves [190 million crowns].", 190000000d, 190000000d, "crown", null)]
    [InlineData("It paid [€2m] for it.", 2000000d, 2000000d, "euro", null)]
    [InlineData("[A dozen ships] waited.", 12d, 12d, null, "ship")]
    [InlineData("[Dozens of people] waited.", 24d, null, null, "person")]
    [InlineData("[Tens of thousands of people] left.", 20000d, null, null, "person")]
    [InlineData("[Twenty-five Orlen fishermen] drowned.", 25d, 25d, null, "fisherman")]
    [InlineData("[300 or more workers] struck.", 300d, null, null, "worker")]
    [InlineData("The toll rose to [15], Bell said.", 15d, 15d, null, null)]
    [InlineData("[At least 12] were hurt.", 12d, null, null, null)]
    [InlineData("[More than half] of the voters agreed.", 0.5d, null, "share", "voter")]
    [InlineData("[Two-thirds] of members voted.", 0.666667d, 0.666667d, "share", "member")]
    [InlineData("[A third] of the workers left.", 0.333333d, 0.333333d, "share", "worker")]
    [InlineData("[Half] the fleet sank.", 0.5d, 0.5d, "share", "fleet")]
    [InlineData("[One in five] children is poor.", 0.2d, 0.2d, "share", "child")]
    [InlineData("Sales [doubled] in Orlen.", 2d, 2d, "fold", null)]
    [InlineData("[Twice as many ships] came.", 2d, 2d, "fold", "ship")]
    [InlineData("She won [twice] in Vask.", 2d, 2d, null, "time")]
    [InlineData("[A couple of ships] sank.", 2d, 2d, null, "ship")]
    [InlineData("[Dozens] were hurt.", 24d, null, null, null)]
    [InlineData("[Several hundred people] came.", 200d, null, null, "person")]
    [InlineData("[20-30 ships] waited.", 20d, 30d, null, "ship")]
    [InlineData("It is a [12-member] panel.", 12d, 12d, null, "member")]
    [InlineData("It was a [20-mile] walk.", 20d, 20d, "mile", null)]
    [InlineData("It raised [EUR 10m].", 10000000d, 10000000d, "euro", null)]
    [InlineData("It paid [A$3m].", 3000000d, 3000000d, "Australian dollar", null)]
    [InlineData("It paid [US$5].", 5d, 5d, "dollar", null)]
    [InlineData("It lies [5km] off Vask.", 5d, 5d, "kilometre", null)]
    [InlineData("The toll rose to [seven].", 7d, 7d, null, null)]
    [InlineData("[Three of the five ships] sank.", 3d, 3d, null, "ship")]
    [InlineData("[Four more ships] came.", 4d, 4d, null, "ship")]
    [InlineData("[One man] drowned.", 1d, 1d, null, "man")]
    [InlineData("Shares fell [3.5 percentage points].", 3.5d, 3.5d, "percentage point", null)]
    public void A_quantity_has_bounds_unit_and_thing(string marked, double? low, double? high, string? unit, string? of)
    {
        var (text, spans) = Made.Marked(marked);
        var quantity = Tag(text).ShouldHaveSingleItem();
        (quantity.Low, quantity.High, quantity.Unit, quantity.Of).ShouldBe((low, high, unit, of));
        if (of is not null || unit is not null || low is 15d or 12d)
            text[quantity.Span.Start..quantity.Span.End].ShouldBe(text[spans[0].Start..spans[0].End]);
    }

    [Theory]
    [InlineData("The 3rd ferry left in 2018 on 5 May at 10:30.")]
    [InlineData("Ada Kovar, 52, called 555-1234 about page 12 and Flight 370.")]
    [InlineData("The two leaders met the 40-year-old Bell.")]
    [InlineData("1. A list")]
    [InlineData("It is four times as large.")]
    [InlineData("Orlen beat Vask 2-1.")]
    [InlineData("One of them left, and no one came.")]
    [InlineData("A fire in 2008 injured some of them.")]
    public void Numbers_that_count_nothing_are_left_alone(string text) => Tag(text).ShouldBeEmpty();

    [Theory]
    [InlineData("It fell from 48 to 45.", 48d, 45d)]
    [InlineData("Unemployment fell to five percent from six.", 5d, 6d)]
    [InlineData("Seven people were killed and 12 injured.", 7d, 12d)]
    [InlineData("It fell by 3 to 45.", 3d, 45d)]
    public void Both_numbers_of_a_change_or_a_toll_are_read(string text, double first, double second) =>
        Tag(text).Select(q => q.Low).ShouldBe([first, second]);

    [Theory]
    [InlineData("They spoke by phone five times [this year].")]
    [InlineData("The teams held four rounds of talks [since January], Bell said on Tuesday.")]
    [InlineData("[In 2019], the firm carried 41 million tonnes of freight.")]
    [InlineData("The firm carried 41 million tonnes of freight [in the first quarter of 2019].")]
    [InlineData("The firm lost 300 jobs, Bell said on Tuesday.")]
    public void The_window_is_the_time_of_the_same_clause(string marked)
    {
        var (text, spans) = Made.Marked(marked);
        var window = Tag(text)[0].Window;
        window.ShouldBe(spans.Count > 0 ? spans[0] : null);
    }

    [Fact]
    public void Any_heap_of_words_is_read_in_order_and_inside_the_text()
    {
        string[] words = ["between", "5", "and", "7", "to", "million", "$", "%", "at", "least", "or", "more", "hundreds", "of", "people", "a", "dozen", "-", "3.5bn", "2m", "per", "cent", ",", "no", "one", "the", "two", "half", "1/2", "999999999999999999999", "€", "US", "tens", "thousands"];
        var seed = 99u;
        for (var n = 0; n < 3000; n++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 9).Select(_ => words[(int)(((seed = (seed * 1664525) + 1013904223) >> 8) % (uint)words.Length)]));
            var end = 0;
            foreach (var quantity in Tag(text))
            {
                quantity.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                end = quantity.Span.End;
                end.ShouldBeLessThanOrEqualTo(text.Length);
                (quantity.Low > quantity.High).ShouldBeFalse(text);
            }
        }
    }

    private static IReadOnlyList<Quantity> Tag(string text)
    {
        var article = Made.Paragraph(text);
        var tokens = Tokenizer.Tokenize(article);
        var sentences = SentenceSplitter.Split(article, tokens);
        var times = TimeTagger.Tag(article.Page.Text, tokens, sentences, DateRange.Day(new LocalDate(2021, 6, 17)));
        return QuantityTagger.Tag(article.Page.Text, tokens, sentences, times);
    }
}
