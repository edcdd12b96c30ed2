using System.Globalization;
using System.Text;
using Readout.Pages;

namespace Readout.Tests.Pages;

public class StreamedPartsTests
{
    private const string First = "The mayor of Orlen said on Tuesday that the bridge at Vask would open to carts by the end of the month.";
    private const string Second = "Engineers had found no fault in the old stones, she told the council.";

    private static List<string> Words(string body)
    {
        var page = PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html><body>{body}</body></html>"));
        return [.. page.Blocks.Select(b => page.Text.Slice(b.Span))];
    }

    [Fact]
    public void A_part_that_was_sent_later_stands_where_its_template_is() =>
        Words($"""
            <h1>Bridge to open</h1><!--$?--><template id="B:0"></template><div class=grey></div><!--/$--><footer>Orlen Courier</footer>
            <div hidden id="S:0"><p>{First}</p><template id="P:1a"></template></div><script>$RC("B:0","S:0")</script>
            <div hidden id="S:1a"><p>{Second}</p></div><script>$RS("S:1a","P:1a")</script>
            """).ShouldBe(["Bridge to open", First, Second, "Orlen Courier"]);

    [Theory]
    [InlineData("<div hidden id=\"S:0\"><p>Gulls open lunch boxes.</p></div>")]                                                   // no place for it
    [InlineData("<template id=\"B:1\"></template><div hidden id=\"S:0\"><p>Gulls open lunch boxes.</p></div>")]
    [InlineData("<template id=\"B:0\"></template><div hidden id=\"menu\"><p>Gulls open lunch boxes.</p></div>")]
    [InlineData("<div hidden id=\"S:0\"><p>Gulls open lunch boxes.</p><template id=\"B:0\"></template></div>")]                     // in itself
    [InlineData("<div hidden id=\"S:0\"><template id=\"B:1\"></template>Gulls</div><div hidden id=\"S:1\"><template id=\"B:0\"></template>Terns</div>")]
    public void What_has_no_place_stays_hidden(string part) => Words($"<p>{First}</p>{part}").ShouldBe([First]);

    [Fact]
    public void A_part_is_shown_once_and_in_the_first_of_its_places() =>
        Words($"<template id=\"B:0\"></template><p>{First}</p><template id=\"P:0\"></template><div hidden id=\"S:0\"><p>{Second}</p></div>").ShouldBe([Second, First]);

    [Fact]
    public void Thousands_of_parts_in_one_another_are_read_in_time()
    {
        var html = new StringBuilder("<template id=\"B:0\"></template>");
        for (var i = 0; i < 20_000; i++)
            html.Append(CultureInfo.InvariantCulture, $"<div hidden id=\"S:{i:x}\"><p>Stone {i}.</p><template id=\"P:{i + 1:x}\"></template></div>");
        var words = Words(html.ToString());
        words[..3].ShouldBe(["Stone 0.", "Stone 1.", "Stone 2."]);
    }
}
