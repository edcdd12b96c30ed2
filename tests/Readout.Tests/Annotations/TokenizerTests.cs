using FsCheck;
using FsCheck.Fluent;
using Readout.Annotations;

namespace Readout.Tests.Annotations;

public class TokenizerTests
{
    [Theory]
    [InlineData("The mayor’s boat didn't sail.", "The mayor ’s boat did n't sail .")]
    [InlineData("They’ll say she can’t.", "They ’ll say she ca n’t .")]
    [InlineData("A long-awaited 30-day truce", "A long-awaited 30-day truce")]
    [InlineData("2,000 jobs, 3.4 percent, 100%", "2,000 jobs , 3.4 percent , 100 %")]
    [InlineData("It cost $3.5bn or €2m.", "It cost $ 3.5bn or € 2m .")]
    [InlineData("Dr. J. Kovar left the U.S. at 9 p.m. sharp", "Dr. J. Kovar left the U.S. at 9 p.m. sharp")]
    [InlineData("the U.S.’s U.N.-backed plan", "the U.S. ’s U.N.-backed plan")]
    [InlineData("See https://orlen.example/a?b=1, or write to desk@orlen.example.", "See https://orlen.example/a?b=1 , or write to desk@orlen.example .")]
    [InlineData("a settlement—a remark -- he made", "a settlement — a remark -- he made")]
    [InlineData("Well… yes... “no”", "Well … yes ... “ no ”")]
    [InlineData("No. 5 of the 1990s and the ’90s", "No. 5 of the 1990s and the ’90s")]
    [InlineData("They said no. Then they left in 2018.The end.", "They said no . Then they left in 2018 . The end .")]
    [InlineData("the leaders' boats at 10:30am on 2023-03-14", "the leaders ' boats at 10:30am on 2023-03-14")]
    [InlineData("41\u00A0000 tonnes", "41|000 tonnes")]
    [InlineData("AT&T and @desk on #Vask", "AT&T and @desk on #Vask")]
    [InlineData("Glad :-) or not :( see?", "Glad :-) or not :( see ?")]
    [InlineData("the list (below :) and 3:2", "the list ( below :) and 3:2")]
    [InlineData("plan.PDF, notes.docx, rec.boats.orlen", "plan.PDF , notes.docx , rec.boats.orlen")]
    [InlineData("mail ada...@vask.example now", "mail ada...@vask.example now")]
    [InlineData("Tell ’em w/o delay, b/c the ’80s and 70's are gone", "Tell ’em w/o delay , b/c the ’80s and 70's are gone")]
    [InlineData("$$$ >> ---===--- end", "$$$ >> ---===--- end")]
    public void A_text_is_cut_into_tokens(string text, string tokens) =>
        Made.Words(text).ShouldBe(tokens.Split(' ').Select(t => t.Replace('|', '\u00A0')));

    [Theory]
    [InlineData("Mayor’s", "mayor 's")]
    [InlineData("DIDN’T", "did n't")]
    [InlineData("“face‑to‑face”", "\" face-to-face \"")]
    [InlineData("ﬁne — Ⅳ", "fine - iv")]
    [InlineData("co\u00ADoper\u200Bate", "cooperate")]
    [InlineData("İZMİR", "izmir")]
    public void The_norm_stands_beside_the_word(string text, string norms) =>
        Tokenizer.Tokenize(Made.Paragraph(text)).Select(t => t.Norm).ShouldBe(norms.Split(' '));

    [Fact]
    public void The_title_is_read_in_its_place()
    {
        var tokens = Tokenizer.Tokenize(Made.Article("Ferry sails.", title: "Orlen waits"));
        tokens.Select(t => t.Norm).ShouldBe(["orlen", "waits", "ferry", "sails", "."]);
    }

    [Fact]
    public void Tokens_are_in_order_inside_the_text_and_hold_every_visible_character()
    {
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<string?>(value =>
        {
            var text = value ?? "";
            var end = 0;
            foreach (var token in Tokenizer.Tokenize(Made.Paragraph(text)))
            {
                if (token.Span.Start < end || token.Span.IsEmpty || token.Span.End > text.Length || token.Norm is null)
                    return false;
                if (!text[end..token.Span.Start].All(Chars.IsBlank))
                    return false;
                end = token.Span.End;
            }
            return text[end..].All(Chars.IsBlank);
        }));
    }

    [Fact]
    public void Broken_text_is_read_without_complaint()
    {
        var text = "a\0b \uD800 x\uDC00y 😀" + new string('x', 5000) + new string('.', 5000) + " http://" + new string('é', 3000);
        Tokenizer.Tokenize(Made.Paragraph(text)).ShouldNotBeEmpty();
    }
}
