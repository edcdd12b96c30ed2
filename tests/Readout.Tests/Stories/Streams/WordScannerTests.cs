using Readout.Stories.Streams;

namespace Readout.Tests.Stories.Streams;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("floods", "flooded")]
    [InlineData("cities", "city")]
    [InlineData("stopped", "stop")]
    [InlineData("arrives", "arriving")]
    [InlineData("mayor's", "mayor")]
    [InlineData("Orlen’s", "Orlen")]
    [InlineData("U.S.", "US")]
    [InlineData("1,200", "1200")]
    [InlineData("1.200", "1200")]
    [InlineData("São", "Sao")]
    public void Forms_of_a_word_have_one_stem(string form, string other) => Stem(form).ShouldBe(Stem(other));

    [Theory]
    [InlineData("1.5", "15")]
    [InlineData("bus", "bu")]
    [InlineData("crisis", "crisi")]
    [InlineData("red", "r")]
    public void Other_words_keep_theirs(string word, string other) => Stem(word).ShouldNotBe(Stem(other));

    [Fact]
    public void A_script_without_blanks_is_read_by_pairs_of_signs() => Words("水坝决口").Count.ShouldBe(4);

    private static uint Stem(string word) => Words(word).ShouldHaveSingleItem().Stem;

    private static List<Word> Words(string text)
    {
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var scanner = new WordScanner(text, english: true, buffer);
        var words = new List<Word>();
        while (scanner.Next())
            words.Add(scanner.Current);
        return words;
    }
}
