using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

/// <summary>A stream that is kept and goes on tells what one tells that read everything.</summary>
public sealed class StreamStateTests
{
    // Half a year, so that stories end before the last texts come.
    private static readonly List<StreamText> s_texts =
    [
        .. MadeUpStream.Events(80).Select(m => m.Text),
        .. MadeUpStream.Events(60).Select(m => m.Text with { Id = "later " + m.Text.Id, Published = m.Text.Published!.Value.PlusDays(170) }),
    ];

    private static List<List<StreamText>> Weeks() =>
        [.. s_texts.GroupBy(t => EventStream.WeekOf(t.Published!.Value)).OrderBy(w => w.Key).Select(w => w.ToList())];

    private static List<string> Told(EventStream stream, List<string> ids) =>
        [.. stream.Storylines().Select(s => s.Id + ": " + string.Join(' ', s.Texts.Select(t => ids[t]).Order(StringComparer.Ordinal)))];

    private static List<string> AtOnce()
    {
        var stream = new EventStream();
        s_texts.ForEach(t => stream.Add(t));
        stream.Settle();
        return Told(stream, s_texts.ConvertAll(t => t.Id));
    }

    [Fact]
    public void A_stream_that_is_kept_and_goes_on_each_week_tells_the_same_stories()
    {
        var stream = new EventStream();
        var ids = new List<string>();
        foreach (var week in Weeks())
        {
            foreach (var text in week)
            {
                stream.Add(text);
                ids.Add(text.Id);
            }
            stream.Settle();
            stream = EventStream.From(stream.Keep()!, new EventStreamOptions());
        }

        Told(stream, ids).ShouldBe(AtOnce());
    }

    [Fact]
    public void What_is_kept_is_the_same_however_it_came_about()
    {
        var (whole, parts) = (new EventStream(), new EventStream());
        var weeks = Weeks();
        foreach (var week in weeks)
        {
            foreach (var text in week)
            {
                whole.Add(text);
                parts.Add(text);
            }
            parts.Settle();
            parts = EventStream.From(parts.Keep()!, new EventStreamOptions());
        }
        whole.Settle();

        whole.Keep().ShouldBe(parts.Keep());
    }

    [Fact]
    public void Bytes_that_were_cut_off_or_are_of_another_kind_are_refused()
    {
        var stream = new EventStream();
        s_texts.Take(20).ToList().ForEach(t => stream.Add(t));
        stream.Settle();
        var state = stream.Keep()!;

        foreach (var length in (int[])[0, 3, 4, 40, state.Length / 2, state.Length - 1])
            Should.Throw<InvalidDataException>(() => EventStream.From(state[..length], new EventStreamOptions()), length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        state[0]++;
        Should.Throw<InvalidDataException>(() => EventStream.From(state, new EventStreamOptions()));
    }

    [Fact]
    public void Texts_without_a_day_are_set_beside_everything_and_nothing_is_kept()
    {
        var stream = new EventStream();
        stream.Add(s_texts[0]);
        stream.Add(s_texts[1] with { Published = null });
        stream.Settle();

        stream.Keep().ShouldBeNull();
        new EventStream().Keep().ShouldBeNull();
    }
}
