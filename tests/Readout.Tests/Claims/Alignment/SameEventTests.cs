using Readout.Claims;
using Readout.Text;
using Readout.Training.Alignment;

namespace Readout.Tests.Claims.Alignment;

public class SameEventTests
{
    private static readonly string[] s_pile =
    [
        "Ada Moll shut the swing bridge in Orlen on Friday after a barge hit it .",
        "The swing bridge at Orlen was closed by Moll , the mayor , when a barge struck it .",
        "A barge rammed the Orlen swing bridge on Friday .",
        "Fire broke out in the fish hall of Vask on Sunday .",
        "The Vask fish hall burned for six hours on Sunday .",
        "Jory Pell resigned as harbour master of Vask on Monday .",
        "Pell quit as Vask 's harbour master .",
        "The Strait League closed gate 7 of the lock on Tuesday .",
        "The Strait League closed gate 9 of the lock on Wednesday .",
    ];

    [Theory]
    [InlineData(0, 1, 3)]
    [InlineData(3, 4, 6)]
    [InlineData(5, 6, 3)]
    public void Other_words_for_one_event_score_above_another_event_of_the_pile(int told, int again, int other)
    {
        var score = Scores();
        score(told, again).ShouldBeGreaterThan(SameEvent.Threshold);
        score(told, again).ShouldBeGreaterThan(score(told, other) + 1.5);
    }

    [Fact]
    public void The_order_of_the_two_changes_nothing()
    {
        var score = Scores();
        for (var i = 0; i < s_pile.Length; i++)
        {
            for (var j = 0; j < i; j++)
                score(i, j).ShouldBe(score(j, i), 1e-9);
        }
    }

    private static Func<int, int, double> Scores()
    {
        var rows = new PairRow(new StatementPile([.. s_pile.Select((s, i) => ($"page{i}", new SentenceOfSet($"page{i}", 0, s).Read()))]));
        return (a, b) =>
        {
            var row = new double[PairRow.Width];
            rows.Fill(row, a, b);
            return SameEvent.Score(row);
        };
    }

    [Fact]
    public void Words_keep_the_kinds_of_what_they_are_there_for()
    {
        var document = SetText.Annotate("Moll closed 3 wet docks in Orlen on Friday .");
        var terms = new StatementTermReader(document).Read(document.Sentences, [new Span(0, document.Text.Value.Length)], 0);
        terms.Terms.Select(t => t.Kind).ShouldBe(
            [TermKind.Name, TermKind.Predicate, TermKind.Number, TermKind.Modifier, TermKind.Noun, TermKind.Place, TermKind.Time]);
        terms.Links.ShouldContain(new TermLink(1, 0));
        terms.Links.ShouldContain(new TermLink(1, 4));
    }

    [Fact]
    public void Words_of_like_company_are_near()
    {
        static int Row(string stem) => WordMeanings.En.Row(Readout.Stories.Streams.Hashing.Of(stem));
        WordMeanings.En.Cosine(Row("earthquak"), Row("tremor")).ShouldBeGreaterThan(0.5f);
        WordMeanings.En.Cosine(Row("earthquak"), Row("budget")).ShouldBeLessThan(0.3f);
        WordMeanings.En.Cosine(Row("earthquak"), Row("xqzzzk")).ShouldBe(0);
    }

    [Fact]
    public void A_file_of_vectors_is_read_as_it_was_written()
    {
        using var file = new MemoryStream();
        WordMeanings.Write(file, [7u, 9u], [1f, 0f, 0.6f, 0.8f]);
        var read = new WordMeanings(file.ToArray());
        read.Cosine(read.Row(7), read.Row(9)).ShouldBe(0.6f, 0.01f);
        read.Row(8).ShouldBe(-1);
    }
}
