using System.Text;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Tests.Articles;

public class BodyFinderTests
{
    private const string Nav = "<header><nav><ul><li><a href=/>Home</a><li><a href=/town>Town</a><li><a href=/sport>Sport</a><li><a href=/river>River</a></ul></nav></header>";
    private const string Foot = "<footer><ul><li><a href=/imprint>Imprint</a><li><a href=/terms>Terms of use</a></ul><p>The Orlen Courier is printed in Orlen by the Courier Press and appears every morning but Sunday.</p></footer>";

    private static readonly string[] Text =
    [
        "The council of Orlen voted on Tuesday to keep the old bridge open through the winter, after engineers found its piers sound.",
        "“We have looked at every stone below the water line,” Ada Moll, the town’s engineer, told the sitting, which lasted until midnight.",
        "The bridge had been closed to carts since the flood in March, and farmers on the far bank had to drive an hour to reach the market.",
        "Jory Pell, who sells apples there, said that he had lost a third of his customers, and that most of them would not come back.",
        "A second inspection is planned for April, when the river is expected to be low enough to look at the piers from a boat.",
        "The council put aside 40,000 crowns for repairs, which is half of what the engineers had asked for in their report.",
    ];

    private static string[] Find(string body)
    {
        var page = PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang=en><head><title>Old bridge stays open | Orlen Courier</title></head><body>{body}</body></html>"));
        var views = Enumerable.Range(0, page.Blocks.Count).Select(i => new BlockView(page, i)).ToList();
        return [.. BodyFinder.Find(page, views).Select(i => page.Text.Slice(page.Blocks[i].Span))];
    }

    private static string P(params int[] which) => string.Concat(which.Select(i => $"<p>{Text[i]}</p>"));

    [Fact]
    public void Menus_and_imprint_are_left_out() =>
        Find($"{Nav}<main><article><h1>Old bridge stays open</h1><div class=text>{P(0, 1, 2, 3, 4, 5)}</div></article></main>{Foot}").ShouldBe(Text);

    [Fact]
    public void A_list_between_paragraphs_stays()
    {
        string[] list = ["The middle pier, which leans, gets a new foot of oak.", "The parapet is raised by a hand where carts have broken it.", "The lamps are taken down until the work is done in June."];
        Find($"{Nav}<main><article><h1>Old bridge stays open</h1><div class=text>{P(0, 1, 2)}<ul>{string.Concat(list.Select(l => $"<li>{l}</li>"))}</ul>{P(3, 4, 5)}</div></article></main>{Foot}")
            .ShouldBe([.. Text[..3], .. list, .. Text[3..]]);
    }

    [Fact]
    public void Comments_below_the_text_are_left_out() =>
        Find($"""
            {Nav}<main><article><h1>Old bridge stays open</h1><div class=text>{P(0, 1, 2, 3, 4, 5)}</div></article>
            <section id=comments class=comments><h3>3 comments</h3><ol>
            <li class=comment><b>carter12</b><p>They said the same forty years ago, and look at the quay today, it is a shame.</p><a href=#r1>Reply</a></li>
            <li class=comment><b>millwife</b><p>I for one am glad that I can go to the market again without asking my brother for his boat.</p><a href=#r2>Reply</a></li>
            <li class=comment><b>quayside</b><p>Half the money for half a bridge, that is how it always goes here.</p><a href=#r3>Reply</a></li></ol></section></main>{Foot}
            """).ShouldBe(Text);

    [Fact]
    public void Comments_are_left_out_even_where_they_are_most_of_the_page()
    {
        string[] words =
        [
            "They said the same forty years ago, and look at the quay today, it is a shame, and nobody in the council remembers who signed for the stones back then, although the book lies open in the town hall.",
            "I for one am glad that I can go to the market again without asking my brother for his boat, which leaks, and which he needs himself whenever the eels run, that is to say for half of the autumn.",
            "Half the money for half a bridge, that is how it always goes here, and in the end the other half costs twice as much because the masons have gone to Vask, where they are paid by the day.",
            "My grandfather helped to set the middle pier, and he always said that it would stand for as long as there was someone left to look at it in spring, when the ice has gone.",
        ];
        var thread = string.Concat(Enumerable.Range(0, 12).Select(i => $"<li class='comment depth-{i % 2} {(i % 2 == 0 ? "even" : "odd")}' id=comment-{70 + i}><div class=comment-body><b>reader{i}</b><p>{words[i % 4]}</p></div></li>"));
        Find($"{Nav}<main><article><h1>Old bridge stays open</h1><div class=text>{P(0, 1)}</div></article><section id=comments><ol>{thread}</ol></section></main>{Foot}").ShouldBe(Text[..2]);
    }

    [Fact]
    public void Teasers_between_paragraphs_are_left_out_and_the_text_goes_on() =>
        Find($"""
            {Nav}<main><article><h1>Old bridge stays open</h1><div class=text>{P(0, 1, 2)}
            <div class=related><h4>Related</h4><ul><li><a href=/a1>Ferry master of Vask retires after fifty years on the river</a></li><li><a href=/a2>Why the market moved to the hill, and who paid for it</a></li></ul></div>
            {P(3, 4, 5)}</div></article></main>{Foot}
            """).ShouldBe(Text);

    [Fact]
    public void A_text_split_over_two_containers_is_whole() =>
        Find($"""
            {Nav}<main><article><h1>Old bridge stays open</h1><div class=chunk><div class=inner>{P(0, 1, 2)}</div></div>
            <div class=slot><a href=/offer>Advertisement</a></div>
            <div class=chunk><div class=inner>{P(3, 4, 5)}</div></div></article></main>{Foot}
            """).ShouldBe(Text);

    [Fact]
    public void A_page_without_prose_gives_nothing() =>
        Find($"{Nav}<main><ul><li><a href=/a1>Ferry master retires</a><li><a href=/a2>Market moves to the hill</a><li><a href=/a3>Gulls at the quay</a></ul></main><footer><a href=/imprint>Imprint</a></footer>").ShouldBeEmpty();
}
