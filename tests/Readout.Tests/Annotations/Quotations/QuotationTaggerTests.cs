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
    [InlineData("[“The quay is sold,”] {the chief judge, Dr Ina Sorrel}, <said>.", "Ina Sorrel")]
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
    [InlineData("{Moll} <called> [the plan “a feast for the gulls”].", "Ada Moll")]
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

    [Theory]
    [InlineData("The council rejected {Moll}'s <claim> that [the bridge is safe].", "Ada Moll")]
    [InlineData("Moll left the hall after {her} <warning> that [the bridge would fall].", "Ada Moll")]
    [InlineData("The papers printed a <warning> by {Vask Ferries} that [the night boat would end].", "Vask Ferries")]
    public void A_noun_with_an_owner_reports_too(string marked, string speaker) =>
        ShouldBeRead(marked, QuotationForm.Indirect, speaker);

    [Theory]
    [InlineData("Moll denied that [the bridge had been sold].", "that-clause")]
    [InlineData("Moll denied a report in the Orlen Herald that [the bridge had been sold].", "that-clause")]
    public void A_denial_holds_what_is_denied(string marked, string rule)
    {
        var (text, content, _, _) = Reported.Unmark(marked);
        var quotation = Reported.Read(text).Quotations.ShouldHaveSingleItem();
        quotation.Act.ShouldBe(SpeechAct.Denied);
        quotation.Content.ShouldBe(content);
        quotation.Rule.ShouldBe(rule);
    }

    [Theory]
    [InlineData("Moll asked whether [the bridge was safe].")]
    public void A_question_is_asked(string marked)
    {
        var (text, content, _, _) = Reported.Unmark(marked);
        var quotation = Reported.Read(text).Quotations.ShouldHaveSingleItem();
        quotation.Act.ShouldBe(SpeechAct.Asked);
        quotation.Content[0].End.ShouldBe(content[0].End);
    }

    [Theory]
    [InlineData(
        "Ada Moll, the mayor, opened the fair. “The bridge stays shut,” she said. “Nobody crosses.” Jory Pell disagreed. “We cross tonight,” he said.",
        "Direct Ada Moll: “The bridge stays shut,” … “Nobody crosses.”", "Direct Jory Pell: “We cross tonight,”")]
    [InlineData(
        "“The bridge stays shut,” Moll said, adding that the frost had cracked it.",
        "Direct Ada Moll: “The bridge stays shut,”", "Indirect Ada Moll: the frost had cracked it")]
    [InlineData(
        "“The bridge stays shut,” Moll said.\n\n“I will not risk a single child on that road while the frost lasts.”",
        "Direct Ada Moll: “The bridge stays shut,”", "Direct Ada Moll: “I will not risk a single child on that road while the frost lasts.”")]
    [InlineData(
        "“The bridge stays shut. It cracked in the night.\n\n“Nobody crosses until it is mended,” Moll said.",
        "Direct Ada Moll: “The bridge stays shut. It cracked in the night. … “Nobody crosses until it is mended,”")]
    [InlineData(
        "Moll said the bridge was shut but Pell said that the ferry would sail.",
        "Indirect Ada Moll: the bridge was shut", "Indirect Jory Pell: the ferry would sail")]
    [InlineData(
        "The yard is sold, Vask Ferries said in a joint statement on Monday. The price was fair, the statement said.",
        "Indirect Vask Ferries: The yard is sold", "Indirect Vask Ferries: The price was fair")]
    [InlineData(
        "“We sail at dawn,” Pell said, the Orlen Herald reports.",
        "Direct Jory Pell: “We sail at dawn,”")]
    [InlineData(
        "Moll is ready to sell the yard, Pell said on Tuesday, according to the Orlen Herald.",
        "Indirect Jory Pell: Moll is ready to sell the yard")]
    [InlineData(
        "“The pumps are old,” said one of them, who did not give a name.",
        "Direct ?: “The pumps are old,”")]
    [InlineData(
        "Officials said the pumps were old.",
        "Indirect ?: the pumps were old")]
    [InlineData(
        "The mayor, Ada Moll, was there. Pell said: “She told me: ‘Sell it.’ So I sold it.”",
        "Direct Jory Pell: “She told me: ‘Sell it.’ So I sold it.”")]
    [InlineData(
        "“The lost mark never closes, Moll said.\n\nThe harbour was quiet on Tuesday. Ships came and went.",
        "Direct Ada Moll: “The lost mark never closes,")]
    [InlineData(
        "The Herald spoke to Ada Moll in Vask.\n\nQ: Is the bridge safe?\n\nA: Not yet. We are waiting for steel.\n\nIt comes by sea.\n\nQ: When?\n\nA: In June.",
        "Direct Ada Moll: Not yet. We are waiting for steel. … It comes by sea.", "Direct Ada Moll: In June.")]
    [InlineData(
        "The two met on the quay.\n\nAda Moll: The bridge is shut.\n\nJory Pell: Then open it.",
        "Direct Ada Moll: The bridge is shut.", "Direct Jory Pell: Then open it.")]
    [InlineData(
        "Ada Moll spoke to Jory Pell on the quay.\n\nPELL: Is the bridge shut?\n\nMOLL: It is. We wait for steel.",
        "Direct Jory Pell: Is the bridge shut?", "Direct Ada Moll: It is. We wait for steel.")]
    [InlineData(
        "Some 400 guests came to the quay, according to the operator, the Dockers' League.",
        "Indirect Dockers' League: Some 400 guests came to the quay")]
    [InlineData(
        "Berta Lund: “We open at nine.” The harbour was quiet.",
        "Direct ?: “We open at nine.”")]
    [InlineData(
        "Pell was asked about the yard. He told reporters: “It is sold.”",
        "Direct Jory Pell: “It is sold.”")]
    [InlineData(
        "Jory Pell works for Vask Ferries. The spokesman said that the yard was sold.",
        "Indirect Jory Pell: the yard was sold")]
    [InlineData(
        "Vask Ferries carried two million people, it reported.",
        "Indirect Vask Ferries: Vask Ferries carried two million people")]
    [InlineData(
        "The yard, Pell said, is sold.",
        "Indirect Jory Pell: The yard … is sold")]
    [InlineData(
        "While Moll says the bridge is safe, the ferry owners stay away.",
        "Indirect Ada Moll: the bridge is safe")]
    [InlineData(
        "VASK, May 3 (Orlen Herald) - The bridge stays shut, Moll said.",
        "Indirect Ada Moll: The bridge stays shut")]
    [InlineData(
        "Moll, who said the bridge was safe, has not crossed it since.",
        "Indirect Ada Moll: the bridge was safe")]
    [InlineData(
        "As Moll said, the bridge was never safe.",
        "Indirect Ada Moll: the bridge was never safe")]
    [InlineData(
        "The skipperess of the night boat, Ada Moll, came first. “We sail before the frost,” launched the skipperess of the boat.",
        "Direct Ada Moll: “We sail before the frost,”")]
    [InlineData(
        "No date has been fixed for the sale, has let know the spokesman Jory Pell.",
        "Indirect Jory Pell: No date has been fixed for the sale")]
    [InlineData(
        "Moll said that the yard was sold. A ferry owner said that the price was low.",
        "Indirect Ada Moll: the yard was sold", "Indirect ?: the price was low")]
    [InlineData(
        "Vask Ferries is shut. The ice was to blame, the interior ministry said.",
        "Indirect ?: The ice was to blame")]
    [InlineData(
        "Moll said that the yard was sold.\n\n“It was cheap,” he said.",
        "Indirect Ada Moll: the yard was sold", "Direct ?: “It was cheap,”")]
    [InlineData(
        "Moll said that the yard was sold. Jory Pell has bought it. “It was cheap,” he said.",
        "Indirect Ada Moll: the yard was sold", "Direct Jory Pell: “It was cheap,”")]
    [InlineData(
        "Moll expects to win the vote, she said.",
        "Indirect Ada Moll: Moll expects to win the vote")]
    [InlineData(
        "Moll promised to mend the bridge.",
        "Indirect Ada Moll: to mend the bridge")]
    [InlineData(
        "Moll hopes that the bridge will open in June.",
        "Indirect Ada Moll: the bridge will open in June")]
    public void A_passage_is_read_line_by_line(string text, params string[] expected)
    {
        var document = Reported.Read(text);
        document.Quotations.Select(q => Reported.Show(document, q).ReplaceLineEndings(" ")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("The bridge stays shut, Moll said on 3 May 2031.", "2031-05-03")]
    [InlineData("Moll said on 3 May 2031 that the bridge stays shut.", "2031-05-03")]
    [InlineData("“The bridge stays shut,” Moll told reporters late on 3 May 2031.", "2031-05-03")]
    [InlineData("The bridge stays shut, Moll told the Orlen Herald in an interview published on 3 May 2031.", "2031-05-03")]
    [InlineData("On 3 May 2031, Moll said that the bridge stays shut.", "2031-05-03")]
    [InlineData("The council met three times, Moll said, most recently on 3 May 2031.", "..")]
    [InlineData("Moll said that the bridge was shut on 3 May 2031.", "..")]
    public void The_day_beside_the_cue_is_when_it_was_said(string text, string day) =>
        Reported.Read(text).Quotations.ShouldHaveSingleItem().SaidOn.ToString().ShouldBe(day);

    [Theory]
    [InlineData("- Moll in her first speech: “The bridge stays shut.”")]
    [InlineData("- Ada Moll (in June): “The bridge stays shut.”")]
    [InlineData("- Ada Moll: “The bridge stays shut.”")]
    [InlineData(", Mayor Ada Moll (pictured): “The bridge stays shut.”")]
    public void An_item_of_a_list_is_read_whatever_its_line_begins_with(string text) =>
        Reported.Read("Ada Moll is the mayor.\n\n" + text).Quotations.ShouldAllBe(q => q.Form == QuotationForm.Direct && q.Speaker == 0);

    [Fact]
    public void Any_text_gives_spans_inside_it_and_in_order()
    {
        string[] parts =
        [
            "“", "”", "\"", "‘", "’", "'", "''", "``", "«", "»", "„", ".", ",", ":", "?", "!", "-", "—", "(", ")", "\n\n", "\n", " ", " ", " ", " ",
            "Moll", "Pell", "said", "says", "that", "according", "to", "told", "the", "bridge", "is", "shut", "he", "it", "who", "adding", "as", "and", "but",
            "not", "denied", "called", "Q:", "A:", "by", "claim", "'s", "\0", "\uD800", "\uDC00", "😀", "has", "let", "know", "reporters", "while",
        ];
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => parts[random.Next(parts.Length)] + (random.Next(3) > 0 ? " " : "")));
            foreach (var quotation in Reported.Read(text, heading: seed % 5 == 0).Quotations)
            {
                quotation.Content.ShouldNotBeEmpty();
                foreach (var span in quotation.Content.Concat([quotation.Cue ?? quotation.Content[0], quotation.SpeakerSpan ?? quotation.Content[0]]))
                {
                    span.IsEmpty.ShouldBeFalse(text);
                    span.Start.ShouldBeGreaterThanOrEqualTo(0);
                    span.End.ShouldBeLessThanOrEqualTo(text.Length);
                }
                quotation.Content.Zip(quotation.Content.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start);
            }
        }
    }

    [Theory]
    [InlineData("[Bridge stays shut until June], {Moll} <says>", "Ada Moll")]
    [InlineData("[Ferry fares to rise], {Orlen Herald} <reports>", "Orlen Herald")]
    [InlineData("{Moll} <says> [bridge stays shut until June]", "Ada Moll")]
    [InlineData("[Bridge stays shut], <says> {Moll}", "Ada Moll")]
    [InlineData("[The bridge stays shut, but not for ever], <according to> {Ada Moll}", "Ada Moll")]
    [InlineData("{Vask Ferries}<:> [no plans for a night boat]", "Vask Ferries")]
    public void A_headline_reports_without_a_that(string marked, string speaker) =>
        ShouldBeRead(marked, QuotationForm.Indirect, speaker, heading: true);

    private static void ShouldBeRead(string marked, QuotationForm form, string speaker, bool heading = false)
    {
        var (text, content, speakerSpan, cue) = Reported.Unmark(marked);
        var document = Reported.Read(text, heading);
        var quotation = document.Quotations.ShouldHaveSingleItem();
        quotation.Content.Select(document.Slice).ShouldBe(content.Select(document.Slice));
        quotation.Content.ShouldBe(content);
        quotation.Form.ShouldBe(form);
        document.Slice(quotation.Cue!.Value).ShouldBe(document.Slice(cue!.Value));
        document.Slice(quotation.SpeakerSpan!.Value).ShouldContain(document.Slice(speakerSpan!.Value));
        document.Entities[quotation.Speaker!.Value].Name.ShouldBe(speaker);
    }
}
