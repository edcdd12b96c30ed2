using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class SyntaxTaggerTests
{
    [Theory]
    [InlineData("The mayor of Vask met the minister on Monday.", "mayor", "nsubj", "met")]
    [InlineData("The mayor of Vask met the minister on Monday.", "minister", "obj", "met")]
    [InlineData("The bridge was closed by the council.", "bridge", "nsubj:pass", "closed")]
    [InlineData("Ada Moll said that the ferry would not sail.", "sail", "ccomp", "said")]
    [InlineData("If the river rises, the council will close the bridge.", "rises", "advcl", "close")]
    [InlineData("Jory Pell, the harbour master, resigned.", "master", "appos", "Jory")]
    public void Words_hang_together_as_a_reader_would_draw_them(string text, string word, string relation, string head)
    {
        var document = Read(text);
        var found = document.Words.Single(w => document.Slice(w.Span) == word);
        found.Relation.ShouldBe(relation);
        document.Slice(document.Words[found.Head].Span).ShouldBe(head);
    }

    [Fact]
    public void A_word_has_its_part_of_speech()
    {
        var document = Read("The ferries left Orlen early.");
        document.Words.Select(w => w.Upos).ShouldBe([Upos.Det, Upos.Noun, Upos.Verb, Upos.Propn, Upos.Adv, Upos.Punct]);
        document.Words.Select(w => w.Xpos).ShouldBe(["DT", "NNS", "VBD", "NNP", "RB", "."]);
    }

    [Fact]
    public void Each_sentence_is_one_tree_over_its_own_words()
    {
        var document = Read("The council met. It didn't vote on the state-owned ferries, Ina Sorrel said. No date was set!");
        document.Sentences.Count.ShouldBe(3);
        foreach (var sentence in document.Sentences)
        {
            var words = Enumerable.Range(sentence.FirstWord, sentence.EndWord - sentence.FirstWord).ToList();
            words.Count(w => document.Words[w].Head < 0).ShouldBe(1);
            foreach (var word in words.Where(w => document.Words[w].Head >= 0))
                document.Words[word].Head.ShouldBeInRange(sentence.FirstWord, sentence.EndWord - 1);
            foreach (var word in words)
            {
                var at = word;
                for (var steps = 0; document.Words[at].Head >= 0; at = document.Words[at].Head)
                    (++steps).ShouldBeLessThan(words.Count);
            }
        }
    }

    [Fact]
    public void A_sentence_reads_the_same_alone_and_among_others()
    {
        const string sentence = "The minister told reporters that talks could resume in Orlen next week.";
        var alone = Read(sentence).Words;
        var among = Read("Nothing moved. " + sentence + " The ferries, which had been sold to a firm in Vask, stay in port until the court has decided whether the sale may stand.");
        var first = among.Sentences.Single(s => among.Slice(s.Span) == sentence).FirstWord;
        for (var i = 0; i < alone.Count; i++)
        {
            var (a, b) = (alone[i], among.Words[first + i]);
            (b.Upos, b.Xpos, b.Lemma, b.Relation, b.Head < 0 ? -1 : b.Head - first).ShouldBe((a.Upos, a.Xpos, a.Lemma, a.Relation, a.Head));
        }
    }

    [Fact]
    public void Threads_share_one_model_and_agree()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"Ferry {i} left Orlen before the {i}th storm, the owner said."));
        var alone = Read(text).Words.ToArray();
        var together = new Word[8][];
        Parallel.For(0, 8, i => together[i] = [.. Read(text).Words]);
        foreach (var words in together)
            words.ShouldBe(alone);
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut_into_trees_of_bounded_size()
    {
        var document = Read(string.Join(' ', Enumerable.Repeat("and the ferry left Orlen again", 2000)));
        document.Words.Count.ShouldBe(12000);
        for (var i = 0; i < document.Words.Count; i++)
        {
            var head = document.Words[i].Head;
            (head < 0 || Math.Abs(head - i) < 160).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_language_without_a_parser_has_no_words_and_the_page_says_so()
    {
        var page = PageReader.Read("a.txt", "Der Bürgermeister von Orlen hat am Montag die Minister getroffen und über die Brücke gesprochen, die seit dem Winter geschlossen ist."u8.ToArray());
        var document = Annotator.Annotate("a", ArticleReader.Read(page));
        document.Words.ShouldBeEmpty();
        document.Sentences.ShouldNotBeEmpty();
        document.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.UnsupportedLanguage);
    }

    private static Document Read(string text)
    {
        var page = new Page("a.txt", "", MediaType.PlainText, new SourceText(text), [], [], []);
        return Annotator.Annotate("a", new Article(page, "en", null, null, null, null, [], [new Paragraph(new Span(0, text.Length), false)], [], []));
    }
}
