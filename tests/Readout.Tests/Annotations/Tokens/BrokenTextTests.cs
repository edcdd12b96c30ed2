using FsCheck;
using FsCheck.Fluent;
using Readout.Annotations;

namespace Readout.Tests.Annotations.Tokens;

/// <summary>Tokens, sentences and words of texts that nobody wrote: places stay true, and what is read stays in proportion to the text.</summary>
public class BrokenTextTests
{
    private static readonly string[] Pieces =
    [
        "a", "Vask", "did", "n't", "’s", "'", "\"", "“", "”", ".", "...", " . ", "!", "?", "-", "–", "--", " ", "  ", "\n", "\n\n", "\t", "1", "2.", "3)", "(a)", "[4]", "•",
        "$", "%", "#", "@", "/", ":", ":)", "http://", "www.", ".com", "U.S.", "p.m.", "No.", "e-mail", "10km", "\0", "\u0007", "\u200B", "\u202E", "\uD83D", "\uDE00", "\uD83D\uDE00",
        "שלום", "سلام", "你好。", "é", "e\u0301", "ﬁ", "\uFEFF", "\u00AD", "=====", "*~*", "°", "I.", "z. B.",
    ];

    [Fact]
    public void Every_visible_character_lies_in_one_token_one_sentence_and_one_word()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(texts.ToArbitrary(), Holds));
    }

    [Theory]
    [InlineData("x", 5_000_000)]
    [InlineData("x-", 1_000_000)]
    [InlineData("x.", 1_000_000)]
    [InlineData("x'", 1_000_000)]
    [InlineData("(1", 1_000_000)]
    [InlineData("[1]", 1_000_000)]
    [InlineData("1. ", 1_000_000)]
    [InlineData("word ", 1_000_000)]
    [InlineData(". ", 1_000_000)]
    [InlineData("\"a ", 500_000)]
    [InlineData("a@b.", 500_000)]
    [InlineData("\uD83D", 1_000_000)]
    [InlineData("\u0301", 1_000_000)]
    [InlineData("\u202Eא", 500_000)]
    public void Megabytes_of_one_thing_are_read_in_proportion(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Holds(text).ShouldBeTrue();
        // A quadratic step would take minutes; the bound leaves room for a busy machine.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    private static bool Holds(string text)
    {
        var article = Made.Paragraph(text);
        var tokens = Tokenizer.Tokenize(article);
        var sentences = SentenceSplitter.Split(article, tokens);
        var words = new List<WordSpan>();
        var nextToken = 0;
        foreach (var sentence in sentences)
        {
            if (sentence.FirstToken != nextToken || sentence.EndToken <= nextToken)
                return false;
            nextToken = sentence.EndToken;
            WordSplitter.Split(text, tokens, sentence.FirstToken, sentence.EndToken, words);
        }
        return nextToken == tokens.Count && Covers(text, tokens.Select(t => t.Span)) && Covers(text, words.Select(w => w.Span))
            && words.TrueForAll(w => tokens[w.Token].Span.Contains(w.Span));
    }

    private static bool Covers(string text, IEnumerable<Readout.Text.Span> spans)
    {
        var end = 0;
        foreach (var span in spans)
        {
            if (span.IsEmpty || span.Start < end || span.End > text.Length || text.AsSpan(end, span.Start - end).ToArray().Any(c => !Chars.IsBlank(c)))
                return false;
            end = span.End;
        }
        return text.AsSpan(end).ToArray().All(Chars.IsBlank);
    }
}
