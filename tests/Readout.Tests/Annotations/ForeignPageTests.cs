using System.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Formats;
using Readout.Pages;
using Readout.Tests.Claims;
using Readout.Text;

namespace Readout.Tests.Annotations;

public class ForeignPageTests
{
    private const string Spanish = """
        El alcalde de Orlen dijo el 3 de marzo de 2031 que no habrá más barcos en el puerto de Vask hasta que termine la huelga.
        “Los trabajadores no van a volver”, dijo Jory Pell, portavoz del sindicato, según Human Rights Watch y UNICEF, que enviaron a 12 personas desde Costa Rica.
        El presidente Emmanuel Macron no quiso comentar la noticia, pero Macron viajará a Tel Aviv en junio para hablar de los puertos.
        """;

    private const string German = """
        Der Bürgermeister von Orlen hat am Montag die Minister getroffen und über die Brücke gesprochen, die seit dem Winter geschlossen ist.
        „Das war ein Gift für die Stadt“, sagte Präsident Emmanuel Macron nach dem Treffen, und die Zeitung druckte es. Die Kosten betragen 1.250 Euro.
        """;

    [Theory]
    [InlineData(Spanish)]
    [InlineData(German)]
    public void Nobody_is_quoted_and_nothing_happens_by_the_rules_of_another_language(string text)
    {
        var document = Read(text);
        document.Quotations.ShouldBeEmpty();
        document.Events.ShouldBeEmpty();
        document.Quantities.ShouldBeEmpty();
        document.Upstream.ShouldBeEmpty();
        document.Words.ShouldBeEmpty();
        document.Sentences.Count.ShouldBeGreaterThan(1);
        document.Diagnostics.ShouldContain(d => d.Code == DiagnosticCode.UnsupportedLanguage);
        document.Diagnostics.ShouldNotContain(d => d.Code == DiagnosticCode.InferredDate);
    }

    [Fact]
    public void Names_of_the_lists_are_found_and_no_others()
    {
        var document = Read(Spanish);
        document.Mentions.Select(m => document.Slice(m.Span)).ShouldBe(["Human Rights Watch", "UNICEF", "Costa Rica", "Emmanuel Macron", "Macron", "Tel Aviv"]);
        document.Entities.Select(e => e.Type).ShouldBe([EntityType.Organisation, EntityType.Organisation, EntityType.Place, EntityType.Person, EntityType.Place]);
        document.Entities[3].KnownAs.ShouldNotBeNull().ShouldEndWith(":emmanuel-macron");
        document.Mentions[4].Entity.ShouldBe(document.Mentions[3].Entity);
        Read(German).Mentions.ShouldHaveSingleItem().Rule.ShouldBe("listed-person");
    }

    [Fact]
    public void Written_dates_are_read() =>
        Read(Spanish).Times.ShouldContain(t => t.Value == "2031-03-03");

    [Theory]
    [InlineData("Vask 3, Orlen 1")]
    [InlineData("Ada Moll told Jory Pell in Orlen.")]
    public void A_short_text_that_could_be_anything_is_read_as_English(string text)
    {
        var read = ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text)));
        foreach (var guess in (string?[])[read.Language, "sl", "ca"])
            Annotator.Annotate("a", read with { Language = guess }).IsForeign.ShouldBeFalse();
    }

    [Fact]
    public void A_page_says_for_itself_that_it_is_foreign()
    {
        const string html = "<html lang=\"es\"><title>Barcos</title><body><article><h1>Barcos</h1><p>Los barcos no van a volver al puerto, dijo ayer la alcaldesa.</p></article></body></html>";
        Annotator.Annotate("a", ArticleReader.Read(PageReader.Read("a.html", Encoding.UTF8.GetBytes(html)))).IsForeign.ShouldBeTrue();
    }

    [Fact]
    public void The_page_stands_among_the_sources_of_the_brief()
    {
        var brief = Pile.Of(
            ("Orlen Courier", "2031-03-04", "The mayor of Orlen said on Monday that no more ships will sail to Vask until the strike is over.\n\nJory Pell of the union said that the workers would not return."),
            ("El Correo de Orlen", "2031-03-04", Spanish.Replace("\n", "\n\n", StringComparison.Ordinal)));
        brief.Ledger.Story.Documents.Count.ShouldBe(2);
        using var written = new MemoryStream();
        Format.All.Single(f => f.Name == "md").Write(brief, new FormatOptions(), written);
        var text = Encoding.UTF8.GetString(written.ToArray());
        text.ShouldContain("El Correo de Orlen");
        text.ShouldContain("does not read");
        brief.Ledger.Disputes.ShouldBeEmpty();
    }

    private static Document Read(string text) => Annotator.Annotate("a", ArticleReader.Read(PageReader.Read("a.txt", Encoding.UTF8.GetBytes(text))));
}
