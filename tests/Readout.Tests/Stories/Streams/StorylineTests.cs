using NodaTime;
using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

public sealed class StorylineTests
{
    private static readonly LocalDate s_day = new(2031, 5, 4);

    // a dam's breach and what came of it; a strike that has nothing to do with it
    private static readonly StreamText[] s_texts =
    [
        new("d1", "Vask dam bursts and floods the valley", "The dam above Vask burst at dawn and flooded the valley. Engineer Ina Sorrel said the spillway gates of the dam had jammed.", s_day),
        new("d2", "Inquiry into the Vask dam opens", "An inquiry into the burst dam at Vask opened with engineer Ina Sorrel, who told it that the spillway gates had not been oiled.", s_day.PlusDays(9)),
        new("d3", "Vask dam: Sorrel charged over spillway gates", "Prosecutors charged Ina Sorrel, engineer of the burst Vask dam, with forging the record of its spillway gates.", s_day.PlusDays(24)),
        new("d4", "Sorrel acquitted in Vask dam trial", "The court in Vask acquitted Ina Sorrel, the dam's engineer; the spillway gates had been ordered from a cheap maker, the judge said.", s_day.PlusDays(50)),
        new("s1", "Orlen bakers walk out over wages", "Bakers in Orlen walked out over wages and left their ovens cold. Union leader Jory Pell said the mill owners had broken off talks.", s_day.PlusDays(1)),
        new("s2", "Bakers' strike in Orlen spreads to mills", "The strike of the Orlen bakers spread to the flour mills; union leader Jory Pell asked for a tenth more in wages.", s_day.PlusDays(8)),
        new("s3", "Orlen strike ends, ovens are lit", "The bakers of Orlen lit their ovens again after the mill owners gave way on wages, union leader Jory Pell said.", s_day.PlusDays(20)),
    ];

    [Fact]
    public void What_came_of_an_event_is_its_story_and_another_is_not()
    {
        var stories = Told(s_texts);

        stories["d1"].ShouldBe(stories["d2"]);
        stories["d1"].ShouldBe(stories["d3"]);
        stories["s1"].ShouldBe(stories["s2"]);
        stories["s1"].ShouldBe(stories["s3"]);
        stories["d1"].ShouldNotBe(stories["s1"]);
    }

    // the same two stories as told abroad, and one of a place that shares only the country
    private static readonly StreamText[] s_abroad =
    [
        new("es1", "La presa de Vask revienta", "La presa de Vask, en Portugal, reventó al alba e inundó el valle, según contó ayer la ingeniera Ina Sorrel a los vecinos de Orlenberg. Murieron 214 ovejas.", s_day.PlusDays(1), "es"),
        new("es2", "Acusan a Ina Sorrel por la presa de Vask", "Los fiscales acusaron ayer a la ingeniera Ina Sorrel por la presa de Vask, en Portugal; el alcalde de Orlenberg, Tomas Kadrin, pidió cuentas por las 214 ovejas.", s_day.PlusDays(25), "es"),
        new("fr1", "Le barrage de Vask cède", "Le barrage de Vask, au Portugal, a cédé à l’aube, a dit hier l’ingénieure Ina Sorrel au maire d’Orlenberg, Tomas Kadrine. La crue a tué 214 moutons.", s_day.PlusDays(2), "fr"),
        new("ru1", "Плотину прорвало", "В Португалия прорвало плотину Васк, сообщила инженер Ина Соррел мэру города Орленберг. Погибли 214 овец, сказал мэр Томас Кадрин.", s_day.PlusDays(2), "ru"),
        new("it1", "Sciopero dei fornai", "I fornai di Lisbona, in Portogallo, hanno incrociato le braccia, ha detto ieri il loro capo, Jory Pell, al ministro Bruno Halvek.", s_day.PlusDays(2), "it"),
    ];

    [Fact]
    public void A_story_that_is_told_in_several_languages_is_one()
    {
        var stories = Told(s_abroad);

        stories["es1"].ShouldBe(stories["es2"]);
        stories["fr1"].ShouldBe(stories["es1"]);
        stories["ru1"].ShouldBe(stories["es1"]);
        stories["it1"].ShouldNotBe(stories["es1"]);
    }

    [Fact]
    public void The_order_of_arrival_does_not_show_in_stories_of_several_languages()
    {
        var all = s_texts.Concat(s_abroad).ToArray();
        var expected = Told(all);
        var random = new Random(11);
        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(all);
            Told(all).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("kadhafi", "gadafi")]
    [InlineData("qaddafi", "gadafi")]
    [InlineData("moubarak", "mubarak")]
    [InlineData("соррел", "sorrel")]
    [InlineData("bengasi", "benghazi")]
    public void A_name_sounds_alike_however_it_is_spelt(string name, string other) => Sounds.Of(name).ShouldBe(Sounds.Of(other));

    [Theory]
    [InlineData("sorrel", "sirtel")]
    [InlineData("moll", "pell")]
    public void Other_names_sound_otherwise_or_are_too_short_to_tell(string name, string other) =>
        (Sounds.Of(name) == Sounds.Of(other) && Sounds.Of(name) != 0).ShouldBeFalse();

    [Fact]
    public void The_order_of_arrival_does_not_show_in_the_stories()
    {
        var expected = Told(s_texts);
        var random = new Random(7);
        for (var round = 0; round < 5; round++)
        {
            var shuffled = s_texts.ToArray();
            random.Shuffle(shuffled);
            Told(shuffled).ShouldBe(expected);
        }
    }

    [Fact]
    public void Every_text_is_at_home_in_one_story_and_a_guest_in_others_only()
    {
        var stream = new EventStream();
        MadeUpStream.Events(80).ForEach(m => stream.Add(m.Text));
        stream.Settle();

        var stories = stream.Storylines();

        stories.SelectMany(s => s.Texts).Order().ShouldBe(Enumerable.Range(0, stream.Count));
        stories.ShouldAllBe(s => !s.AlsoTexts.Intersect(s.Texts).Any());
    }

    [Fact]
    public void A_text_without_a_day_is_at_home_in_one_story_with_the_event_it_reports()
    {
        var stream = new EventStream();
        var undated = new StreamText("u1", "Dam bursts at Vask, valley floods", s_texts[0].Text.Replace("The dam above", "A dam above", StringComparison.Ordinal));
        foreach (var text in s_texts.Append(undated))
        {
            stream.Add(text);
            stream.Settle();
        }

        var stories = stream.Storylines();

        stories.SelectMany(s => s.Texts).Order().ShouldBe(Enumerable.Range(0, stream.Count));
        stories.ShouldContain(s => s.Texts.Contains(0) && s.Texts.Contains(s_texts.Length));
    }

    [Fact]
    public void Settling_after_each_text_or_once_tells_the_same_stories()
    {
        var texts = MadeUpStream.Events(40).ConvertAll(m => m.Text);
        var random = new Random(5);
        var shuffled = texts.ToArray();
        random.Shuffle(shuffled);
        var stream = new EventStream();
        foreach (var text in shuffled)
        {
            stream.Add(text);
            stream.Settle();
        }
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var story in stream.Storylines())
        {
            foreach (var text in story.Texts)
                told[shuffled[text].Id] = story.Id;
        }

        told.ShouldBe(Told([.. texts]));
    }

    [Fact]
    public void A_pinned_story_gets_proposals_and_changes_nothing()
    {
        var stream = new EventStream();
        var places = s_texts.Select(stream.Add).ToList();
        stream.Settle();
        var before = places.ConvertAll(stream.EventOf);

        var proposals = stream.Propose([new StreamText("query", "Vask dam spillway Sorrel", "")]);

        proposals.Where(p => p.Score > 0).Select(p => p.Event).ShouldContain(stream.EventOf(places[0]));
        proposals.Where(p => p.Score > 0).Select(p => p.Event).ShouldNotContain(stream.EventOf(places[4]));
        places.ConvertAll(stream.EventOf).ShouldBe(before);
        stream.Propose([]).ShouldBeEmpty();
    }

    private static SortedDictionary<string, string> Told(StreamText[] texts)
    {
        var stream = new EventStream();
        Array.ForEach(texts, t => stream.Add(t));
        stream.Settle();
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var story in stream.Storylines())
        {
            foreach (var text in story.Texts)
                told[texts[text].Id] = story.Id;
        }
        return told;
    }
}
