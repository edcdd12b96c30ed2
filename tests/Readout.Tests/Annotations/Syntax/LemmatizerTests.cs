using Readout.Annotations;

namespace Readout.Tests.Annotations.Syntax;

public class LemmatizerTests
{
    [Theory]
    [InlineData("went", Upos.Verb, "VBD", "go")]
    [InlineData("sailed", Upos.Verb, "VBN", "sail")]
    [InlineData("stopping", Upos.Verb, "VBG", "stop")]
    [InlineData("Is", Upos.Aux, "VBZ", "be")]
    [InlineData("n’t", Upos.Part, "RB", "not")]
    [InlineData("ferries", Upos.Noun, "NNS", "ferry")]
    [InlineData("HARBOUR", Upos.Noun, "NN", "harbour")]
    [InlineData("EVs", Upos.Noun, "NNS", "EV")]
    [InlineData("Vask", Upos.Propn, "NNP", "Vask")]
    [InlineData("worst", Upos.Adj, "JJS", "bad")]
    [InlineData("better", Upos.Adv, "RBR", "well")]
    [InlineData("them", Upos.Pron, "PRP", "they")]
    [InlineData("1,100", Upos.Num, "CD", "1100")]
    [InlineData("...", Upos.Punct, ".", "...")]
    public void A_word_has_the_form_a_dictionary_lists(string form, Upos upos, string xpos, string lemma) =>
        Lemmatizer.Lemma(form, upos, xpos).ShouldBe(lemma);

    [Fact]
    public void A_lemma_seen_before_costs_no_memory()
    {
        var first = Lemmatizer.Lemma("moorings", Upos.Noun, "NNS");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            _ = Lemmatizer.Lemma("moorings", Upos.Noun, "NNS");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
        Lemmatizer.Lemma("moorings", Upos.Noun, "NNS").ShouldBeSameAs(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    public void Broken_words_have_a_lemma(string form)
    {
        foreach (var upos in Enum.GetValues<Upos>())
            Lemmatizer.Lemma(form, upos, "NN").ShouldNotBeNull();
        Lemmatizer.Lemma(new string('x', 5000), Upos.Verb, "VBD").Length.ShouldBe(5000);
    }
}
