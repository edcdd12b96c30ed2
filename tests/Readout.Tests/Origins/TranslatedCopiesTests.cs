using Readout.Tests.Claims;

namespace Readout.Tests.Origins;

public sealed class TranslatedCopiesTests
{
    private const string English =
        "The harbour board of Vask will rebuild the northern pier before 14 September 2031, Ada Moll told reporters in Orlen.\n\n"
        + "The work costs 912 million crowns, of which Vask Ferries pays 317 million from the toll of the years since 2027. “We will not let it fall,” said Moll.\n\n"
        + "Divers had found cracks in 46 of the 180 pillars, the engineer Ina Sorrel wrote to Jory Pell on 3 March 2031.";

    private const string Spanish =
        "La junta del puerto de Vask reconstruirá el muelle norte antes del 14 de septiembre de 2031, dijo Ada Moll a los periodistas en Orlen.\n\n"
        + "La obra cuesta 912 millones de coronas, de los cuales Vask Ferries paga 317 millones con el peaje de los años desde 2027. “No lo dejaremos caer”, dijo Moll.\n\n"
        + "Los buzos habían encontrado grietas en 46 de los 180 pilares, escribió la ingeniera Ina Sorrel a Jory Pell el 3 de marzo de 2031.";

    private const string Russian =
        "Совет порта Васк восстановит северный причал до 14 сентября 2031 года, сообщила журналистам в Орлене Ада Молл.\n\n"
        + "Работы стоят 912 миллионов крон, из которых компания Васк платит 317 миллионов из сборов за годы с 2027 года. “Мы не дадим ему упасть”, — сказала Молл.\n\n"
        + "Водолазы нашли трещины в 46 из 180 опор, написала инженер Ина Соррел Джори Пеллу 3 марта 2031 года.";

    // The same event, told by somebody else: the names, and some of the figures.
    private const string SpanishReport =
        "Orlen y Vask discuten otra vez. Jory Pell pidió 75 millones más para el muelle norte y dijo que 1200 personas viven de él.\n\n"
        + "Ada Moll contestó en Vask que los 912 millones bastan. “Ya veremos”, dijo Pell a 30 vecinos en la aduana, donde Ina Sorrel mostró 12 fotografías.";

    [Theory]
    [InlineData(Spanish)]
    [InlineData(Russian)]
    public void A_translation_joins_its_originals_family(string translation)
    {
        var brief = Pile.Of(("Vask Herald", "2031-03-04", English), ("Diario del Estrecho", "2031-03-05", translation));
        var family = brief.Ledger.Story.Families.ShouldHaveSingleItem();
        brief.Ledger.Story.Document(family.Origin).Article.Outlet!.Value.ShouldBe("Vask Herald");
        var link = family.Links.ShouldHaveSingleItem();
        link.Reason.ShouldStartWith("reads as a translation");
        link.Spans.Count.ShouldBe(link.Sources.Count);
    }

    [Fact]
    public void A_report_of_the_same_event_in_another_language_is_no_translation() =>
        Pile.Of(("Vask Herald", "2031-03-04", English), ("Diario del Estrecho", "2031-03-05", SpanishReport)).Ledger.Story.Families.ShouldBeEmpty();

    [Fact]
    public void A_translation_a_year_later_is_not_accused() =>
        Pile.Of(("Vask Herald", "2031-03-04", English), ("Diario del Estrecho", "2032-03-05", Spanish)).Ledger.Story.Families.ShouldBeEmpty();
}
