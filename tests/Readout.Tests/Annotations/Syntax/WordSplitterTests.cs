using FsCheck;
using FsCheck.Fluent;
using Readout.Annotations;

namespace Readout.Tests.Annotations.Syntax;

public class WordSplitterTests
{
    /// <summary>Words parted by blanks; a "+" before a word joins it to the one before.</summary>
    [Theory]
    [InlineData("The state-owned ferry didn't sail.", "The state - owned ferry did +n't sail .")]
    [InlineData("Pell’s 15-year term cannot end", "Pell +’s 15 - year term can +not end")]
    [InlineData("a co-operative re-elected mid-May, e-mail and X-ray", "a co-operative re-elected mid-May , e-mail and X - ray")]
    [InlineData("non-aligned out-of-date money-wise", "non-aligned out - of - date money-wise")]
    [InlineData("They're gonna go, dont ask", "They +'re gon +na go , do +nt ask")]
    [InlineData("the ferries' crews and the 'old masters' show", "the ferries +' crews and the ' old masters ' show")]
    [InlineData("its a pity about its hull", "it +s a pity about its hull")]
    [InlineData("10km at 5pm for $3.5bn, the 23rd in 4A", "10 km at 5 pm for $ 3.5 bn , the 23rd in 4A")]
    [InlineData("1939-45 or 555-0142, on 2004-11-17", "1939 - 45 or 555-0142 , on 2004-11-17")]
    [InlineData("pier #3 of #VaskPort", "pier # 3 of #VaskPort")]
    [InlineData("They left the U.S. at 9 p.m.", "They left the U.S. at 9 p.m .")]
    [InlineData("desk-one@orlen.example or https://vask.example/a-b", "desk-one@orlen.example or https://vask.example/a-b")]
    public void Tokens_are_cut_into_words(string text, string words) => Words(text).ShouldBe(words);

    [Fact]
    public void Every_visible_character_lies_in_exactly_one_word()
    {
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<string?>(value =>
        {
            var text = value ?? "";
            var article = Made.Paragraph(text);
            var tokens = Tokenizer.Tokenize(article);
            var words = new List<WordSpan>();
            foreach (var sentence in SentenceSplitter.Split(article, tokens))
                WordSplitter.Split(text, tokens, sentence.FirstToken, sentence.EndToken, words);
            var end = 0;
            foreach (var word in words)
            {
                var token = tokens[word.Token].Span;
                if (word.Span.IsEmpty || word.Span.Start < token.Start || word.Span.End > token.End || word.Span.Start < end)
                    return false;
                if (!text[end..word.Span.Start].All(Chars.IsBlank))
                    return false;
                end = word.Span.End;
            }
            return text[end..].All(Chars.IsBlank);
        }));
    }

    private static string Words(string text)
    {
        var tokens = Tokenizer.Tokenize(Made.Paragraph(text));
        var words = new List<WordSpan>();
        WordSplitter.Split(text, tokens, 0, tokens.Count, words);
        return string.Join(' ', words.Select(w => (w.Joined ? "+" : "") + text[w.Span.Start..w.Span.End]));
    }
}
