using Readout.Annotations;

namespace Readout.Tests.Annotations.Entities;

public class PageMemoryTests
{
    private static readonly string[] Pages =
    [
        "Ada Moll, the mayor of Orlen, met Jory Pell of Vask Ferries. She said that he would pay. “We agree,” Pell said. The company declined to comment.",
        "ORLEN, March 3 (ORW) - The Vask Port Council (VPC) and Harbour Crew signed. The VPC's head, Ina Sorrel, told reporters that both sides had won.",
        "Mr Moll sailed. The Orlenian minister Béla Zórg met his Franco-Vaskian rival near Lake Umber in March. The minister left before he had spoken.",
        "Nothing happened here.",
        string.Join('\n', Enumerable.Range(0, 400).Select(i => $"Captain Odo{i} Pellar of Brenning Lines met Ulla Marn{i} in Kolvik, and she told him that the union had lost.")),
    ];

    [Fact]
    public void What_a_page_leaves_behind_changes_nothing_on_the_next()
    {
        var alone = Pages.Select(page => OnNewThread(() => Told(page))).ToList();
        var inARow = OnNewThread(() => Pages.Concat(Pages).Select(Told).ToList());
        inARow.ShouldBe([.. alone, .. alone]);
    }

    [Fact]
    public void Threads_side_by_side_read_as_one()
    {
        var alone = Pages.Select(Told).ToList();
        var many = Enumerable.Range(0, 40).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(i => Told(Pages[i % Pages.Length])).ToList();
        many.ShouldBe(Enumerable.Range(0, 40).Select(i => alone[i % Pages.Length]));
    }

    [Fact]
    public void Names_ask_for_little_memory()
    {
        // What stays of the page is in this figure; 346 bytes of garbage a token were asked for before lists were kept.
        var article = Made.Article(string.Join('\n', Enumerable.Repeat(Pages[0] + ' ' + Pages[2], 20)));
        var tokens = Tokenizer.Tokenize(article);
        var (words, sentences) = SyntaxTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens));
        EntityTagger.Tag(article, tokens, sentences, words);
        var before = GC.GetAllocatedBytesForCurrentThread();
        EntityTagger.Tag(article, tokens, sentences, words);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / tokens.Count).ShouldBeLessThan(130);
    }

    private static string Told(string page)
    {
        var (mentions, entities) = NamesTests.Tag(page);
        return string.Join('\n', mentions.Select(m => $"{m.Span} {m.Entity} {m.Form} {m.Rule}"))
            + string.Join('\n', entities.Select(e => $"{e.Name} {e.Type} {e.Gender} {string.Join(',', e.Roles)} {string.Join(',', e.Affiliations)} {e.KnownAs}"));
    }

    private static T OnNewThread<T>(Func<T> read)
    {
        T? result = default;
        var thread = new Thread(() => result = read());
        thread.Start();
        thread.Join();
        return result!;
    }
}
