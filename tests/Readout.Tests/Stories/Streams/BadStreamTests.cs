using System.Diagnostics;
using NodaTime;
using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

public sealed class BadStreamTests
{
    private static readonly LocalDate s_day = new(2031, 5, 4);

    [Fact]
    public void Texts_of_the_same_id_are_all_kept()
    {
        var stream = new EventStream();
        var dam = stream.Add(new StreamText("x", "Dam breach floods Vask", "Water swept through 40 houses in Vask, Ina Sorrel said.", s_day));
        var ferry = stream.Add(new StreamText("x", "Ferry runs aground off Orlen", "A ferry with 60 passengers ran aground, Jory Pell said.", s_day));
        var again = stream.Add(new StreamText("x", "Dam breach floods Vask", "Water swept through 40 houses in Vask, Ina Sorrel said.", s_day));
        stream.Settle();

        stream.EventOf(again).ShouldBe(stream.EventOf(dam));
        stream.EventOf(ferry).ShouldNotBe(stream.EventOf(dam));
    }

    [Fact]
    public void Impossible_days_and_missing_ones_lose_nothing()
    {
        var text = new StreamText("a", "Ferry runs aground off Orlen", "A ferry with 60 passengers ran aground off Orlen, captain Jory Pell said.");
        LocalDate?[] days = [null, new LocalDate(1970, 1, 1), new LocalDate(2099, 12, 31), s_day, LocalDate.MaxIsoValue, LocalDate.MinIsoValue];
        var stream = new EventStream();
        var places = days.Select((d, i) => stream.Add(text with { Id = "a" + i, Published = d, Text = text.Text + " Report " + i })).ToList();
        stream.Settle();

        places.ForEach(p => stream.EventOf(p).ShouldNotBeNullOrEmpty());
        stream.EventOf(places[0]).ShouldBeOneOf([.. places.Skip(1).Select(stream.EventOf)]);
    }

    [Fact]
    public void Thirty_thousand_copies_are_one_event_in_seconds()
    {
        var watch = Stopwatch.StartNew();
        var stream = new EventStream();
        for (var i = 0; i < 30_000; i++)
            stream.Add(new StreamText("copy" + i, "Dam breach floods Vask", "Water swept through 40 houses in Vask, Ina Sorrel said.", s_day.PlusDays(i % 3)));
        stream.Settle();

        Enumerable.Range(0, stream.Count).Select(stream.EventOf).Distinct().ShouldHaveSingleItem();
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
    }

    [Fact]
    public void Near_copies_and_texts_of_boilerplate_alone_take_no_quadratic_time()
    {
        // counted, not timed: other tests run beside this one
        static long Looks(int count)
        {
            var stream = new EventStream();
            for (var i = 0; i < count; i++)
                stream.Add(new StreamText("b" + i, "Sign in to read on", "Accept all cookies to read on. Page " + i, s_day));
            stream.Settle();
            return stream.Looks;
        }

        // six times the texts; quadratic would be thirty-six
        Looks(3000).ShouldBeLessThan(15 * Looks(500));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Hm", "")]
    [InlineData("", "...")]
    [InlineData("👍", "\ud83d")]
    [InlineData("\0", "\n\n\n")]
    public void Texts_of_a_word_or_none_have_an_event_of_their_own(string title, string words)
    {
        var stream = new EventStream();
        var odd = stream.Add(new StreamText("odd", title, words, s_day));
        var report = stream.Add(new StreamText("a", "Ferry runs aground off Orlen", "A ferry with 60 passengers ran aground.", s_day));
        stream.Settle();

        stream.EventOf(odd).ShouldNotBe(stream.EventOf(report));
    }

    [Fact]
    public void A_line_of_five_megabytes_is_read_no_further_than_needed()
    {
        var watch = Stopwatch.StartNew();
        var stream = new EventStream();
        stream.Add(new StreamText("long", new string('x', 5_000_000), string.Concat(Enumerable.Repeat("water ", 1_000_000)), s_day));
        stream.Settle();

        watch.Elapsed.TotalSeconds.ShouldBeLessThan(60);
    }
}
