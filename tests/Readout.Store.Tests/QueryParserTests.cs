using Readout.Store.Searching;

namespace Readout.Store.Tests;

public class QueryParserTests
{
    [Theory]
    [InlineData("ferry", "ferry")]
    [InlineData("Ferry HARBOUR", "ferry AND harbour")]
    [InlineData("ferry AND harbour", "ferry AND harbour")]
    [InlineData("\"ferry stops\"", "\"ferry stops\"")]
    [InlineData("“ferry stops”", "\"ferry stops\"")]
    [InlineData("ferry -boat", "ferry AND NOT boat")]
    [InlineData("ferry NOT boat", "ferry AND NOT boat")]
    [InlineData("a OR b c", "a OR (b AND c)")]
    [InlineData("(a OR b) c", "(a OR b) AND c")]
    [InlineData("-(a b)", "NOT (a AND b)")]
    [InlineData("ferr*", "ferr*")]
    [InlineData("\"the ferr\"*", "\"the ferr\"*")]
    [InlineData("ferry near/5 harbour", "ferry near/5 harbour")]
    [InlineData("ferry NEAR harbour near/3 boat", "ferry near/10 harbour near/10 boat")]
    [InlineData("says:\"ada moll\" date:2031-05..2031-06", "says:\"ada moll\" AND date:2031-05..2031-06")]
    [InlineData("TITLE:ferry", "title:ferry")]
    [InlineData("state-owned", "\"state owned\"")]
    [InlineData("lang:de independent:>=2 disputed:yes", "lang:de AND independent:>=2 AND disputed:yes")]
    [InlineData("12:30", "\"12 30\"")]
    [InlineData("渡船", "\"渡 船\"")]
    public void A_search_is_read(string text, string read) => QueryParser.Parse(text).ToString().ShouldBe(read);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   ", "is empty")]
    [InlineData("\"ferry", "quotation mark")]
    [InlineData("(ferry", "')' is missing")]
    [InlineData("ferry)", "too many")]
    [InlineData("ferry OR", "something is missing")]
    [InlineData("OR ferry", "something is missing")]
    [InlineData("()", "something is missing")]
    [InlineData("near/5 ferry", "between two words")]
    [InlineData("ferry near/5", "wants a word after it")]
    [InlineData("ferry near/5 lang:de", "is neither")]
    [InlineData("ferry near/5 title:boat", "one field only")]
    [InlineData("outlit:courier", "did you mean 'outlet'")]
    [InlineData("date:tomorrow", "no day or period")]
    [InlineData("date:2031-06..2031-05", "ends before it begins")]
    [InlineData("date:2031-13", "no day or period")]
    [InlineData("independent:many", "no number")]
    [InlineData("disputed:perhaps", "yes or no")]
    [InlineData("status:schedulled", "did you mean 'scheduled'")]
    [InlineData("kind:rumour", "is none")]
    [InlineData("!!!", "holds no word")]
    [InlineData("title:\"\"", "holds no word")]
    public void A_search_that_cannot_be_read_says_why(string text, string why) =>
        Should.Throw<QueryException>(() => QueryParser.Parse(text)).Message.ShouldContain(why);

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else()
    {
        const string alphabet = "ab\"“”-()*: /.5ORnearlang>=\u0301渡\uD800\0";
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            try
            {
                QueryParser.Parse(text);
            }
            catch (QueryException)
            {
            }
        }
        Should.Throw<QueryException>(() => QueryParser.Parse(new string('(', 10_000)));
        Should.Throw<QueryException>(() => QueryParser.Parse(string.Concat(Enumerable.Repeat("-", 10_000)) + "a"));
        Should.Throw<QueryException>(() => QueryParser.Parse(string.Concat(Enumerable.Repeat("a ", 10_000))));
    }
}
