using Readout.Annotations;

namespace Readout.Tests.Annotations;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("The ferry sailed.| It came back on Monday.")]
    [InlineData("Dr. Ada Kovar met Gen. P. Pell in the U.S. Senate.| Nobody spoke.")]
    [InlineData("She lives in the U.S. and works there.| He left the U.S.| The rest stayed.")]
    [InlineData("The firm Vask Ferries Inc. said so.| It is owned by Orlen Corp.| The owner agreed.")]
    [InlineData("They meet at 9 p.m. Tuesday in Vask.| They left at 5 a.m.| The road was clear.")]
    [InlineData("“We will go.| We must,” he said.| “It is time.”| Nobody moved.")]
    [InlineData("“Will it hold?” asked the harbour master.| “Who knows!” Kovar said.")]
    [InlineData("“Will it hold?”| The harbour master did not answer.")]
    [InlineData("VASK, March 3 (Orlen Wire) — The port of Vask closed on Friday.| It reopens soon.")]
    [InlineData("“We are ready for a trip… But nobody asked us,” she said.", "“We are ready for a trip…| But nobody asked us,” she said.")]
    [InlineData("It was 3.4 percent in 2018.The year after it fell.", "It was 3.4 percent in 2018.|The year after it fell.")]
    [InlineData("No. 5 won.| (It rained.)| George W. Bell ran, etc., and lost.")]
    [InlineData("The report cites art. 5 and p. 12 vs. the rest.| It ends there.")]
    [InlineData("1. The first point.| 2. The second point.")]
    [InlineData("First line\n\nSecond block\n• a bullet\n• another", "First line|\n\nSecond block|\n• a bullet|\n• another")]
    [InlineData("a line that goes\non in the next.| Then more.")]
    [InlineData("He told Vask.com about it.| \"Fine,\" she said.| \"Go.\"")]
    public void A_paragraph_is_split_into_sentences(string expected, string? marked = null)
    {
        var cut = marked ?? expected;
        Made.Sentences(cut.Replace("|", "", StringComparison.Ordinal))
            .ShouldBe(cut.Split('|').Select(s => s.Trim()));
    }

    [Fact]
    public void A_title_is_one_sentence_and_has_no_paragraph()
    {
        var article = Made.Article("One. Two.\nThree.", title: "Stop. Go.");
        var sentences = SentenceSplitter.Split(article, Tokenizer.Tokenize(article));
        sentences.Select(s => (article.Page.Text.Slice(s.Span), s.Paragraph, s.IsHeading)).ShouldBe(
            [("Stop. Go.", -1, true), ("One.", 0, false), ("Two.", 0, false), ("Three.", 1, false)]);
    }

    [Fact]
    public void Every_token_lies_in_exactly_one_sentence()
    {
        var article = Made.Article("A. B! C? “D.” E... f\n\nG: h; (i.) J.\n...!?\"' x", title: "T");
        var tokens = Tokenizer.Tokenize(article);
        var next = 0;
        foreach (var sentence in SentenceSplitter.Split(article, tokens))
        {
            sentence.FirstToken.ShouldBe(next);
            sentence.EndToken.ShouldBeGreaterThan(next);
            next = sentence.EndToken;
        }
        next.ShouldBe(tokens.Count);
    }
}
