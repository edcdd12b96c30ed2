using System.Globalization;
using System.Text.Json;
using Readout.Annotations;
using Readout.Tests.Samples;

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
    [InlineData("1. Rope and tar 2. A lamp 3. Oil", "1. Rope and tar| 2. A lamp| 3. Oil")]
    [InlineData("(a) The pier is shut. (b) The ferry waits.", "(a) The pier is shut.| (b) The ferry waits.")]
    [InlineData("• 9. Rope • 10. Tar", "• 9. Rope| • 10. Tar")]
    [InlineData("Two buoys: \n1) red\n2) green", "Two buoys:|\n1) red|\n2) green")]
    [InlineData("The dam held.[3] The town slept. [4] Nobody left.", "The dam held.[3]| The town slept. [4]| Nobody left.")]
    [InlineData("the dam held. nobody left. we slept", "the dam held.| nobody left.| we slept")]
    [InlineData("It went on . . . and on. . . . The end.", "It went on . . . and on.| . . . The end.")]
    [InlineData("\"The dam [...] held [...]\" (Pell 55). It was new.", "\"The dam [...] held [...]\" (Pell 55).| It was new.")]
    [InlineData("At 5 a.m. Capt. Pell left.| It was 6 p.m.| She slept.")]
    [InlineData("We, you and I. Did you see Albert I. Pell there?", "We, you and I.| Did you see Albert I. Pell there?")]
    [InlineData("They speak !Orl at Vask! in the harbour.")]
    [InlineData("So glad :) We leave now. :)  Then more", "So glad :)| We leave now. :)|  Then more")]
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

    [Theory]
    [InlineData("de", "Das war am 12. Juni.| Dr. Pell kam z. B. mit Ada.| Sie blieb bis zum 3.| Dann ging sie.")]
    [InlineData("ru", "Он жил на ул. Мира.| Потом уехал.")]
    [InlineData("es", "¡Hola Srta. Moll!| ¿Cómo está?| Bien.")]
    [InlineData("ja", "船が来た。|港は静かだった！|本当？")]
    [InlineData("zh", "他看《来吧！船长》。|好！")]
    [InlineData("hy", "Նավը եկավ:| Նավահանգիստը լուռ էր:")]
    [InlineData("el", "Πού είναι;| Εδώ.")]
    [InlineData("ar", "أين السفينة؟| هنا.")]
    [InlineData("my", "သင်္ဘော။|ဆိပ်ကမ်း။")]
    [InlineData("am", "መርከቡ መጣ።|ወደቡ ጸጥ አለ።")]
    public void Other_languages_are_split_by_their_marks_and_abbreviations(string language, string cut)
    {
        var article = Made.Paragraph(cut.Replace("|", "", StringComparison.Ordinal)) with { Language = language };
        SentenceSplitter.Split(article, Tokenizer.Tokenize(article)).Select(s => article.Page.Text.Slice(s.Span))
            .ShouldBe(cut.Split('|').Select(s => s.Trim()));
    }

    [Fact]
    public void A_text_without_marks_is_cut_into_bounded_sentences_at_its_commas()
    {
        var article = Made.Paragraph(string.Join(' ', Enumerable.Repeat("pier lamp rope tar oil sail, mast", 100_000)));
        var tokens = Tokenizer.Tokenize(article);
        var sentences = SentenceSplitter.Split(article, tokens);
        sentences.Max(s => s.EndToken - s.FirstToken).ShouldBeLessThanOrEqualTo(200);
        sentences.Take(50).ShouldAllBe(s => tokens[s.EndToken - 1].Norm == ",");
    }

    /// <summary>The golden rules of pySBD, as far as they ask for no change of the text.</summary>
    [SharedTheory("conformance/sentences")]
    [InlineData("english", 48)]
    [InlineData("english_clean", 87)]
    [InlineData("", 378)]
    public void The_golden_rules_hold(string language, int reached)
    {
        var cases = File.ReadLines(SharedTheoryAttribute.PathOf("conformance", "sentences", "pysbd_golden.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(c => language.Length == 0 || c.GetProperty("lang").GetString() == language);
        cases.Count(Holds).ShouldBeGreaterThanOrEqualTo(reached);
    }

    private static bool Holds(JsonElement example)
    {
        var article = Made.Paragraph(example.GetProperty("text").GetString()!) with { Language = CodeOf(example.GetProperty("lang").GetString()!) };
        return SentenceSplitter.Split(article, Tokenizer.Tokenize(article)).Select(s => article.Page.Text.Slice(s.Span))
            .SequenceEqual(example.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!.Trim()));
    }

    private static string CodeOf(string name) =>
        name is "deutsch" ? "de" : CultureInfo.GetCultures(CultureTypes.NeutralCultures).FirstOrDefault(c => c.EnglishName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? "en";
}
