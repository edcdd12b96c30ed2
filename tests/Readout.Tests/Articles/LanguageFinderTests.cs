using System.Text;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Articles;

public class LanguageFinderTests
{
    private const string English1 = "The harbour board of Vask has voted to close the old ferry terminal by the end of the year, its chairwoman said on Monday.";
    private const string English2 = "Fishermen, who use the same quay every morning, have asked for a hearing before the board meets again in June, and nobody knows where the boats are to go.";
    private const string English3 = "The terminal was built when the town had forty boats. There are nine of them left, and the board says that it can no longer pay for the repairs.";
    private const string German1 = "Der Hafenrat von Vask hat beschlossen, das alte Fährhaus bis zum Ende des Jahres zu schließen, wie die Vorsitzende am Montag nach einer langen Sitzung sagte.";
    private const string German2 = "Die Fischer, die jeden Morgen denselben Kai benutzen, haben eine Anhörung verlangt, bevor der Rat im Juni wieder zusammentritt, und niemand weiß, wohin die Boote sollen.";

    private static Article Html(string body, string lang) =>
        ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes($"<!doctype html><html lang={lang}><body><article>{body}</article></body></html>")));

    private static Article Text(string text) => ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void The_text_decides_not_the_page_template() =>
        Html($"<p>{German1}</p><p>{German2}</p>", "en").Language.ShouldBe("de");

    [Fact]
    public void A_text_in_one_language_has_no_parts() =>
        Html($"<p>{English1}</p><p>{English2}</p><p>{English3}</p>", "en").Languages.ShouldBeEmpty();

    [Fact]
    public void Parts_in_two_languages_are_told_apart_paragraph_by_paragraph()
    {
        var article = Text($"{English1}\n\n{English2}\n\n{English3}\n\n{German1}\n\n{German2}");
        article.Language.ShouldBe("en");
        article.Languages.Select(l => l.Language).ShouldBe(["en", "de"]);
        var text = article.Page.Text;
        text.Slice(article.Languages[0].Span).ShouldBe($"{English1}\n\n{English2}\n\n{English3}");
        text.Slice(article.Languages[1].Span).ShouldBe($"{German1}\n\n{German2}");
    }

    [Fact]
    public void A_quotation_in_another_language_is_no_part_but_is_flagged()
    {
        var article = Text($"{English1}\n\n{English2}\n\n“Das haben wir schon vor zehn Jahren gesagt, und niemand hat es hören wollen.”\n\n{English3}");
        article.Language.ShouldBe("en");
        article.Languages.ShouldBeEmpty();
        article.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.ForeignText);
    }

    [Fact]
    public void Scripts_without_blanks_form_parts_too()
    {
        var article = Text($"{English1}\n\n{English2}\n\n{English3}\n\n瓦斯克港务委员会决定在年底前关闭旧的渡轮码头，主席星期一在会后表示。渔民们每天早上都使用同一个码头，他们要求在六月委员会再次开会之前举行听证会，没有人知道船只将停在哪里。这个码头建于四十艘船的时代，如今只剩下九艘，委员会说无力支付维修费用。");
        article.Language.ShouldBe("en");
        article.Languages.Select(l => l.Language).ShouldBe(["en", "zh"]);
    }

    [Fact]
    public void Names_from_elsewhere_turn_nothing()
    {
        var article = Text($"{English1}\n\nJiří Dvořák, Þórunn Guðmundsdóttir, João Gonçalves, Đorđe Živković and Łukasz Wiśniewski signed the petition in Vask.\n\n{English2}");
        article.Language.ShouldBe("en");
        article.Languages.ShouldBeEmpty();
        article.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.ForeignText);
    }
}
