using Readout.Briefs;
using Readout.Claims;

namespace Readout.Tests.Claims.Utterances;

public sealed class UtteranceTests
{
    private const string Whole = "“The harbour will open its gates in May, and no storm will keep us from it,” Mayor Ada Moll said on Monday.";

    [Theory]
    [InlineData("“The harbour will open its gates in May, and no storm will keep us from it,” Mayor Ada Moll said on Monday.", WordingKind.Same)]
    [InlineData("“The harbour will open its gates in May,” Mayor Ada Moll told reporters on Monday.", WordingKind.Shorter)]
    [InlineData("“The harbour will open its doors in May, and no storm will keep us from it,” Mayor Ada Moll said on Monday.", WordingKind.Differs)]
    [InlineData("“The harbour will open in May, and no storm will keep us from it,” Mayor Ada Moll said on Monday.", WordingKind.Differs)]
    [InlineData("Mayor Ada Moll said on Monday that the harbour would open its gates in May whatever the storms.", WordingKind.Reworded)]
    public void Wordings_of_one_utterance_are_set_beside_the_fullest(string other, WordingKind kind)
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Whole), ("Orlen Courier", "2031-03-05", other));
        var utterance = brief.Ledger.Utterances.ShouldHaveSingleItem();
        utterance.Wordings.Select(w => w.Kind).ShouldBe([WordingKind.Fullest, kind]);
        utterance.Speaker.ShouldNotBeNull();
    }

    [Fact]
    public void A_changed_word_in_marks_is_pointed_out()
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Whole), ("Orlen Courier", "2031-03-05", Whole.Replace("gates", "doors", StringComparison.Ordinal)));
        var variant = brief.Ledger.Utterances.Single().Wordings[1];
        Slice(brief, variant.Document, variant.Changed.ShouldHaveSingleItem()).ShouldBe("doors");
        Slice(brief, brief.Ledger.Utterances.Single().Wordings[0].Document, variant.Missing.ShouldHaveSingleItem()).ShouldBe("gates");
        brief.Sections.Single(s => s.Name == "Who said what").Sentences.Count(s => s.Text.Contains("doors", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_changed_verb_in_few_words_is_a_variant_too()
    {
        var brief = Pile.Of(
            ("Vask Herald", "2031-03-04", "“We will never sell the ferry to Vask,” Mayor Ada Moll said on Monday."),
            ("Orlen Courier", "2031-03-05", "“We will never give the ferry to Vask,” Mayor Ada Moll said on Monday."));
        var variant = brief.Ledger.Utterances.ShouldHaveSingleItem().Wordings[1];
        variant.Kind.ShouldBe(WordingKind.Differs);
        Slice(brief, variant.Document, variant.Changed.ShouldHaveSingleItem()).ShouldBe("give");
    }

    [Theory]
    [InlineData("“The harbour will open its gates in May, and no storm will keep us from it,” Mayor Jory Pell said on Monday.")]
    [InlineData("“Nobody has asked the crews what they think of the northern pier,” Mayor Ada Moll said on Monday.")]
    [InlineData("Mayor Ada Moll said on Monday that 300 gates of the harbour would open.")]
    public void Another_speaker_or_other_words_are_another_utterance(string other)
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", Whole), ("Orlen Courier", "2031-03-05", other));
        brief.Ledger.Utterances.ShouldBeEmpty();
    }

    private static string Slice(Brief brief, string document, Readout.Text.Span span) => brief.Ledger.Story.Document(document).Slice(span);
}
