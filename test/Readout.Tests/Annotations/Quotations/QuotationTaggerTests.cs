using Readout.Annotations;
using Shouldly;

namespace Readout.Tests.Annotations.Quotations;

/// <summary>Marks: [content], {words that name the speaker}, &lt;cue&gt;.</summary>
public class QuotationTaggerTests
{
    [Theory]
    [InlineData("[“The bridge stays shut,”] {Moll} <said>.", "Ada Moll")]
    [InlineData("[“The bridge stays shut,”] <said> {Ada Moll}, the mayor of Vask.", "Ada Moll")]
    [InlineData("[“The bridge stays shut,”] {Ada Moll}, the mayor of Vask, <told> reporters on Tuesday.", "Ada Moll")]
    [InlineData("{Moll} <said>: [“The bridge stays shut.”]", "Ada Moll")]
    [InlineData("{Moll} <said>, [“The bridge stays shut.”]", "Ada Moll")]
    [InlineData("[\"The bridge stays shut,\"] {Moll} <said>.", "Ada Moll")]
    [InlineData("[«The bridge stays shut»], {Moll} <said>.", "Ada Moll")]
    [InlineData("[‘The captain’s log is gone,’] {Moll} <said>.", "Ada Moll")]
    [InlineData("['The bridge stays shut,'] {Moll} <said>.", "Ada Moll")]
    [InlineData("[``The bridge stays shut,''] {Moll} <said>.", "Ada Moll")]
    [InlineData("[“The bridge,”] {Moll} <said>, [“stays shut.”]", "Ada Moll")]
    [InlineData("[“The bridge stays shut,”] {Moll} <said>. [“Nobody crosses.”]", "Ada Moll")]
    [InlineData("[“The bridge stays shut,”] {Pell} <told> the Orlen Herald in an interview. [“Nobody crosses.”]", "Jory Pell")]
    [InlineData("[“Is it safe? Nobody knows. Ask the sea,”] {Pell} <said>.", "Jory Pell")]
    [InlineData("[“Why should we wait?”] {Pell} <asked>.", "Jory Pell")]
    [InlineData("[“They told me ‘go home’ and I went,”] {Pell} <said>.", "Jory Pell")]
    [InlineData("[“We will not pay,”] <launched> {Ada Moll}, to the joy of the hall.", "Ada Moll")]
    [InlineData("[“The quay is sold,”] <has said> {Jory Pell} while leaving.", "Jory Pell")]
    [InlineData("[“The quay is sold,”] {Pell} <laughed>.", "Jory Pell")]
    public void Words_in_marks_beside_a_cue_are_a_direct_quotation(string marked, string speaker) =>
        ShouldBeRead(marked, QuotationForm.Direct, speaker);

    [Theory]
    [InlineData("{Moll} <said> that [the bridge would stay shut].", "Ada Moll")]
    [InlineData("{Moll} <said> [the bridge would stay shut].", "Ada Moll")]
    [InlineData("{Moll} <said> on Tuesday that [the bridge would stay shut].", "Ada Moll")]
    [InlineData("{Pell} <told> reporters that [no ferry had sunk].", "Jory Pell")]
    [InlineData("{Pell} <told> the Orlen Herald in an interview that [no ferry had sunk].", "Jory Pell")]
    [InlineData("[The bridge will stay shut], {Moll} <said>.", "Ada Moll")]
    [InlineData("[The bridge will stay shut unless the frost ends], {Vask Ferries} <said> late on Monday.", "Vask Ferries")]
    [InlineData("[Fares would rise by a tenth], the dockers' union {Dockers' League} <has warned>.", "Dockers' League")]
    [InlineData("<According to> {Moll}, [the bridge will stay shut].", "Ada Moll")]
    [InlineData("[The bridge will stay shut], <according to> {Ada Moll}.", "Ada Moll")]
    [InlineData("{Moll} <has long argued> that [the strait is too narrow].", "Ada Moll")]
    [InlineData("{Moll} <recalled> that [the talks had failed because nobody came].", "Ada Moll")]
    [InlineData("{Sorrel} <warned> that [the case could last for years].", "Ina Sorrel")]
    [InlineData("{Pell} <said> that [the talks would last two days and that nothing would be signed].", "Jory Pell")]
    public void Words_without_marks_are_an_indirect_quotation(string marked, string speaker) =>
        ShouldBeRead(marked, QuotationForm.Indirect, speaker);

    [Theory]
    [InlineData("{Moll} <called> [the plan “a bonfire of the boats”].", "Ada Moll")]
    [InlineData("{Moll} <said> [the town “cannot lose another ferry”].", "Ada Moll")]
    [InlineData("{Pell} <warned> that [he would “not sign under the gun”].", "Jory Pell")]
    [InlineData("{Pell} <added> that [the board “has not yet met” on the matter].", "Jory Pell")]
    [InlineData("[Vask Ferries is ready to talk “any day before the frost”], {Pell} <told> the Orlen Herald.", "Jory Pell")]
    public void Words_partly_in_marks_are_a_mixed_quotation(string marked, string speaker) =>
        ShouldBeRead(marked, QuotationForm.Mixed, speaker);

    [Theory]
    [InlineData("The so-called “ice tax” was paid by every ferry in Vask.")]
    [InlineData("She sang “The Night Boat” at the harbour fair.")]
    [InlineData("The ships are sold “as is” and without a warranty.")]
    [InlineData("Pell declined to comment.")]
    [InlineData("Pell did not say when the ferry would sail.")]
    [InlineData("The claims of the ferry owners were heard in Vask.")]
    [InlineData("The captain is said to own three boats.")]
    [InlineData("Moll would say that the bridge is shut if anybody asked.")]
    [InlineData("Vask Ferries wanted Orlen, the dockers insisted on Vask.")]
    public void Terms_titles_and_silence_are_no_quotations(string text) =>
        Reported.Read(text).Quotations.ShouldBeEmpty();

    private static void ShouldBeRead(string marked, QuotationForm form, string speaker)
    {
        var (text, content, speakerSpan, cue) = Reported.Unmark(marked);
        var document = Reported.Read(text);
        var quotation = document.Quotations.ShouldHaveSingleItem();
        quotation.Content.Select(document.Slice).ShouldBe(content.Select(document.Slice));
        quotation.Content.ShouldBe(content);
        quotation.Form.ShouldBe(form);
        document.Slice(quotation.Cue!.Value).ShouldBe(document.Slice(cue!.Value));
        document.Slice(quotation.SpeakerSpan!.Value).ShouldContain(document.Slice(speakerSpan!.Value));
        document.Entities[quotation.Speaker!.Value].Name.ShouldBe(speaker);
    }
}
