using System.Text;

namespace Readout.Bench;

/// <summary>Pages that nobody writes by hand and every reader meets: generated, broken, or meant to stop it.</summary>
internal static class PathologicalPages
{
    private const string Sentence = "The ferry from Orlen to Vask will sail again on Monday, the harbour office said. ";

    /// <summary>Names of the pages; each is made by <see cref="Make"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "nested divs", "nested spans", "nested lists", "nested tables", "nested quotes with classes", "unclosed formatting", "distinct formatting", "unclosed paragraphs",
        "unclosed everything", "table cells", "absurd colspan", "text in a table", "links", "inline JSON", "JSON-LD", "broken JSON-LD", "one text", "one text without blanks",
        "one attribute", "many attributes", "class names", "broken entities", "comments", "base elements", "stray quotes", "less-than signs", "nul characters", "options",
        "drawings", "headings", "times", "short lines", "plain lines", "plain text in one line", "numbers", "streamed parts",
    ];

    /// <summary>A page of one to five megabytes.</summary>
    public static byte[] Make(string name) => Encoding.UTF8.GetBytes(name is "plain lines" or "plain text in one line" ? Markup(name) : "<!doctype html><html><head><title>Ferry</title></head><body>" + Markup(name));

    /// <summary>The file name under which a page is read.</summary>
    public static string FileName(string name) => name + (name.StartsWith("plain", StringComparison.Ordinal) ? ".txt" : ".html");

    private static string Markup(string name) => name switch
    {
        "nested divs" => Times("<div>", 100_000) + Sentence,
        "nested spans" => Times("<span>", 100_000) + Sentence,
        "nested lists" => Times("<ul><li>" + Sentence, 15_000),
        "nested tables" => Times("<table><tr><td>" + Sentence, 15_000),
        "nested quotes with classes" => Numbered(i => $"<blockquote class='level-{i} quote thread-{i % 7}'>", 300) + Times($"<p>{Sentence}</p>", 12_000),
        "unclosed formatting" => Times("<p><font>" + Sentence, 12_000),
        "distinct formatting" => Numbered(i => $"<p><b id=b{i}><i class=c{i}>{Sentence}", 10_000),
        "unclosed paragraphs" => Times("<p>" + Sentence, 12_000),
        "unclosed everything" => Numbered(i => $"<section id=s{i}><h2>Part {i}<p>{Sentence}<ul><li>one<li>two<a href=x>", 8_000),
        "table cells" => "<table>" + Times("<tr>" + Times("<td>12", 10), 10_000) + "</table>",
        "absurd colspan" => "<table>" + Times("<tr><td colspan=999999999 rowspan=999999999>12", 20_000),
        "text in a table" => "<table>" + Times("loose<b>text", 100_000),
        "links" => Numbered(i => $"<li><a href='/story/{i}'>Story number {i} of the day in Vask</a></li>", 50_000),
        "inline JSON" => "<script type='application/json'>{\"rows\": [" + Numbered(i => $"{{\"id\": {i}, \"name\": \"row {i}\"}},", 100_000) + "0]}</script><p>" + Times(Sentence, 5),
        "JSON-LD" => "<script type='application/ld+json'>[" + Numbered(i => $"{{\"@type\": \"NewsArticle\", \"headline\": \"Ferry {i}\", \"datePublished\": \"2024-05-06\"}},", 30_000) + "{}]</script><p>" + Times(Sentence, 5),
        "broken JSON-LD" => Numbered(i => $"<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"Ferry {i}, \"articleBody\" [</script>", 20_000),
        "one text" => "<p>" + Times(Sentence, 60_000),
        "one text without blanks" => "<p>" + new string('x', 5_000_000),
        "one attribute" => $"<p title='{Times(Sentence, 60_000)}' class='{Times("story ", 100_000)}'>" + Sentence,
        "many attributes" => "<p " + Numbered(i => $"data-a{i}=1 ", 100_000) + ">" + Sentence,
        "class names" => Numbered(i => $"<div class='c{i} u-{i} col-{i % 12} related-{i}'><p>{Sentence}</p></div>", 10_000),
        "broken entities" => "<p>" + Times("&amp &#xFFFFFFFFF; &nosuch; &#0; &#xD83D; &ampamp; &;", 30_000) + Sentence,
        "comments" => Times("<!-- note --><!-->", 80_000) + Sentence,
        "base elements" => Times("<base href=/x>", 60_000) + Sentence,
        "stray quotes" => Times("<a \" b='>", 100_000) + Sentence,
        "less-than signs" => "<p>" + Times("a < b << c ", 100_000),
        "nul characters" => "<p>" + Times(Times(Sentence, 3) + "\0", 5_000),
        "options" => "<select>" + Times("<option>Vask", 80_000) + "</select>" + Sentence,
        "drawings" => Times("<svg><path d='M0 0'/><g/></svg>", 40_000) + Sentence,
        "headings" => Numbered(i => $"<h1>The ferry sails again {i}</h1>", 30_000),
        "times" => Numbered(i => $"<p>Published <time datetime='2024-05-06T10:00:{i % 60:00}Z'>6 May 2024</time> by Ada Moll</p>", 15_000),
        "short lines" => Numbered(i => $"<div>{i} May 2024</div><div>Updated: By Jory Pell</div>", 20_000),
        "plain lines" => Times("Ferry\nBy Ada Moll\n6 May 2024\n\n", 40_000),
        "plain text in one line" => Times(Sentence, 20_000),
        "numbers" => "<p>" + Times("1,234.5 12:30 2024-05-06 06/05/2024 ", 40_000),
        "streamed parts" => "<template id='P:0'></template>" + Numbered(i => $"<div hidden id=\"S:{i}\"><p>{Sentence}</p><template id=\"P:{i + 1}\"></template></div>", 15_000),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such page."),
    };

    private static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Numbered(Func<int, string> text, int times)
    {
        var all = new StringBuilder();
        for (var i = 0; i < times; i++)
            all.Append(text(i));
        return all.ToString();
    }
}
