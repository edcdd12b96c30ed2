using Readout.Annotations;
using Shouldly;

namespace Readout.Tests.Annotations.Quotations;

public class SpeechSettingsTests
{
    [Theory]
    [InlineData("Ada Moll told reporters on Monday that the harbour would reopen.", "reporters")]
    [InlineData("“We are ready,” Ada Moll added, speaking to the Orlen Herald.", "the Orlen Herald")]
    [InlineData("In an interview with the Orlen Herald on Sunday, Jory Pell said the union would not sign.", "the Orlen Herald")]
    [InlineData("“The bridge is closed,” an officer who asked not to be named told journalist Lena Harth.", "journalist Lena Harth")]
    [InlineData("Ada Moll told parliament on Tuesday: “The dam is safe.”", "parliament")]
    [InlineData("“It is over,” Jory Pell said in a statement to the Orlen Herald.", "the Orlen Herald")]
    [InlineData("In a letter to the council, Jory Pell wrote that the wall had been sold.", "the council")]
    [InlineData("Speaking to reporters in Vask, Ada Moll said the yard would hire 200 people.", "reporters")]
    public void Whom_somebody_speaks_to_is_read_from_the_sentence(string text, string addressee) =>
        Only(text, d => d.Quotations[0].Setting.Addressee is { } party ? d.Slice(party.Words) : null).ShouldBe(addressee);

    [Theory]
    [InlineData("Speaking at a news conference in Vask, Ada Moll warned that the dam could fail.", "a news conference in Vask", OccasionKind.Briefing)]
    [InlineData("In a letter to the council, Ada Moll said that the toll would rise.", "a letter to the council", OccasionKind.Letter)]
    [InlineData("“We will rebuild,” Ada Moll wrote on Facebook.", "Facebook", OccasionKind.Post)]
    [InlineData("In a televised address on Friday, President Ada Moll said the army would stay.", "a televised address", OccasionKind.Speech)]
    [InlineData("Jory Pell told the envoy during a phone call that the offer stood.", "a phone call", OccasionKind.Call)]
    [InlineData("Speaking with journalist Lena Harth, Ada Moll said the yard would hire 200 people.", "journalist Lena Harth", OccasionKind.Interview)]
    [InlineData("Testifying before a parliamentary committee, Ada Moll said she had burned the letters.", "a parliamentary committee", OccasionKind.Hearing)]
    [InlineData("“Stay away from the harbour,” Ada Moll wrote on her Facebook page.", "her Facebook page", OccasionKind.Post)]
    public void The_occasion_is_read_with_its_kind(string text, string words, OccasionKind kind)
    {
        var document = Read(text);
        var occasion = document.Quotations.Single().Setting.Occasion.ShouldNotBeNull();
        document.Slice(occasion.Words).ShouldBe(words);
        occasion.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("The Orlen Herald reported, citing the ministry, that talks had failed.", "the ministry")]
    [InlineData("Citing a police report, the Orlen Herald said the fire had been set on purpose.", "a police report")]
    [InlineData("The Orlen Herald, citing two officials, said the mill would be sold.", "two officials")]
    [InlineData("According to the Orlen Herald, quoting two officials, the mill will be sold.", "two officials")]
    public void On_whose_word_somebody_reports_is_kept(string text, string source)
    {
        var document = Read(text);
        var quotation = document.Quotations.Single();
        document.Slice(quotation.Setting.Cited.ShouldNotBeNull().Words).ShouldBe(source);
        quotation.Content.ShouldAllBe(c => !document.Slice(c).Contains(source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ada Moll said that she had told reporters nothing.")]
    [InlineData("“I told the council in a letter,” Ada Moll said.")]
    public void What_stands_inside_the_words_is_no_setting_of_theirs(string text) =>
        Read(text).Quotations.ShouldContain(q => q.Setting == SpeechSetting.None);

    [Fact]
    public void The_day_of_the_occasion_is_the_day_of_the_words()
    {
        var article = Made.Article("In an interview with the Orlen Herald on 14 March 2031, Jory Pell said the union would not sign.");
        Annotator.Annotate("a", article).Quotations.Single().SaidOn.ToString().ShouldBe("2031-03-14");
    }

    [Theory]
    [InlineData("Speaking with a journalist on 14 March 2031, Jory Pell said the union would not sign.")]
    [InlineData("“The talks are over,” Jory Pell was quoted as saying on 14 March 2031.")]
    public void The_day_of_speaking_is_read_beside_the_cue(string text) =>
        Read(text).Quotations.ShouldContain(q => q.SaidOn.ToString() == "2031-03-14");

    [Fact]
    public void A_sentence_that_tells_of_the_speaking_lends_day_and_occasion_to_the_words_behind_it()
    {
        var document = Read("At a news conference in Orlen on 14 March 2031, Ada Moll warned Vask against closing the harbour. “We will not accept it,” she said.");
        var words = document.Quotations.Single(q => q.Form is QuotationForm.Direct);
        words.SaidOn.ToString().ShouldBe("2031-03-14");
        words.Setting.Occasion.ShouldNotBeNull().Kind.ShouldBe(OccasionKind.Briefing);
    }

    [Theory]
    [InlineData("Jory Pell spoke to reporters on 14 March 2031. “We will not accept it,” Ada Moll said.")]
    [InlineData("Ada Moll left the hall on 14 March 2031. “We will not accept it,” she said.")]
    [InlineData("Ada Moll spoke to reporters on 14 March 2031.\n“We will not accept it,” she said.")]
    public void Somebody_elses_day_another_deed_and_another_paragraph_lend_nothing(string text) =>
        Read(text).Quotations.Single(q => q.Form is QuotationForm.Direct).SaidOn.IsUnknown.ShouldBeTrue();

    private static string? Only(string text, Func<Document, string?> read) => read(Read(text));

    private static Document Read(string text) => Annotator.Annotate("a", Made.Article(text));
}
