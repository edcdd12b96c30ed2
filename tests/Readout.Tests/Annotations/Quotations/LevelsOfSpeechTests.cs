using Readout.Annotations;
using Shouldly;

namespace Readout.Tests.Annotations.Quotations;

/// <summary>Speech inside speech: each level is a quotation of its own with its own speaker.</summary>
public class LevelsOfSpeechTests
{
    private const string People = "Ada Moll, the mayor of Vask, met the owner Jory Pell.\n";

    [Theory]
    [InlineData("“Jory Pell told me, ‘The wall is quite safe,’ and I believed him,” Ada Moll said on Monday.", "‘The wall is quite safe,’", "Jory Pell")]
    [InlineData("\"Jory Pell told me, 'The wall is quite safe,' and I believed him,\" Ada Moll said on Monday.", "'The wall is quite safe,'", "Jory Pell")]
    [InlineData("“I said, ‘Nobody will pay for it,’” Ada Moll recalled.", "‘Nobody will pay for it,’", "Ada Moll")]
    [InlineData("Ada Moll said: “Jory Pell wrote that the wall was sound. It was not.”", "the wall was sound", "Jory Pell")]
    [InlineData("Ada Moll said that Jory Pell had told her that the wall was sound.", "the wall was sound", "Jory Pell")]
    public void Words_inside_words_are_told_with_their_own_speaker(string text, string inner, string speaker)
    {
        var document = Read(text);
        var quotation = document.Quotations.Single(q => document.Slice(q.Content[0]) == inner);
        document.Entities[quotation.Speaker.ShouldNotBeNull()].Name.ShouldBe(speaker);
        document.Quotations.ShouldContain(q => q != quotation && q.Content.Any(c => c.Contains(quotation.Content[0])));
    }

    [Theory]
    [InlineData("“The wall's foot is the council's, and it's 'mended' now,” Ada Moll said.")]
    [InlineData("“We never said 'no' to anybody in the town,” Ada Moll said.")]
    [InlineData("“The boys' club won't listen, and the girls' club can't,” Ada Moll said.")]
    [InlineData("“Nobody told us that the wall was sound,” Ada Moll said.")]
    public void Apostrophes_words_spoken_of_and_what_nobody_said_are_no_level(string text) =>
        Read(text).Quotations.Count.ShouldBe(1);

    [Fact]
    public void What_a_third_party_is_given_inside_a_statement_is_a_level()
    {
        var document = Read("Ada Moll said that, according to the harbour office, the ferry had been overloaded.");
        document.Quotations.Select(q => (document.Slice(q.SpeakerSpan!.Value), document.Slice(q.Content[0])))
            .ShouldBe([("Ada Moll", "according to the harbour office, the ferry had been overloaded"), ("the harbour office", "the ferry had been overloaded")]);
    }

    [Theory]
    [InlineData("The Vask Courier quoted Jory Pell as saying that the yard would close in June.", "the yard would close in June")]
    [InlineData("Jory Pell was quoted as saying that the yard had \"no future at all\" in Vask.", "the yard had \"no future at all\" in Vask")]
    [InlineData("\"The wall is a scandal,\" Jory Pell was quoted by the Vask Courier as saying on Sunday.", "\"The wall is a scandal,\"")]
    public void Who_is_quoted_as_saying_something_is_its_speaker(string text, string content)
    {
        var document = Read(text);
        var quotation = document.Quotations.Single(q => document.Slice(q.Content[0]) == content);
        document.Entities[quotation.Speaker.ShouldNotBeNull()].Name.ShouldBe("Jory Pell");
    }

    [Theory]
    [InlineData("Jory Pell denied having met the owner of the yard.", "having met the owner of the yard", SpeechAct.Denied)]
    [InlineData("Ada Moll admitted having seen the letter and promised to publish it.", "having seen the letter", SpeechAct.Stated)]
    public void A_gerund_holds_what_is_denied_or_admitted(string text, string content, SpeechAct act)
    {
        var document = Read(text);
        document.Quotations.Single(q => document.Slice(q.Content[0]) == content).Act.ShouldBe(act);
    }

    [Theory]
    [InlineData("The mayor's warning that the dam could fail within a month was read out in the council on Tuesday.", "The mayor", "the dam could fail within a month")]
    [InlineData("Her claim that the council had burned the letters drew laughter.", "Her", "the council had burned the letters")]
    [InlineData("He repeated the mayor's claim that the toll was fair.", "the mayor", "the toll was fair")]
    public void A_nouns_clause_ends_before_the_verb_of_the_sentence(string text, string speaker, string content)
    {
        var document = Read(text);
        var quotation = document.Quotations.Single(q => q.Rule is "noun-cue");
        document.Slice(quotation.SpeakerSpan!.Value).ShouldBe(speaker);
        document.Slice(quotation.Content[0]).ShouldBe(content);
    }

    [Theory]
    [InlineData("In the words of Jory Pell, the treaty was \"a wall with a door in it\".", "the treaty was \"a wall with a door in it\"")]
    [InlineData("Asked about the price, Jory Pell had one answer: \"Nobody pays more than last year.\"", "\"Nobody pays more than last year.\"")]
    [InlineData("Jory Pell (@jorypell): \"The ferry stays. #harbour\" 3:04 PM", "\"The ferry stays. #harbour\"")]
    [InlineData("In a post on Monday, Jory Pell accused Orlen of \"stealing the sea\" and left.", "Orlen of \"stealing the sea\"")]
    [InlineData("Jory Pell said he hoped for a vote by May; the mayor, however, argued that it should wait.", "he hoped for a vote by May")]
    [InlineData("Jory Pell said the ferry would sail in May and that tickets would cost no more than before.", "the ferry would sail in May and that tickets would cost no more than before")]
    public void Cues_of_other_shapes_are_known(string text, string content)
    {
        var document = Read(text);
        document.Entities[document.Quotations.Single(q => document.Slice(q.Content[0]) == content).Speaker.ShouldNotBeNull()].Name.ShouldBe("Jory Pell");
    }

    [Theory]
    [InlineData("“The ferry,” said Jory Pell — who has led the yard since 2019 — “is not for sale.”")]
    [InlineData("“The ferry,” said Jory Pell, who has led the yard since 2019, “is not for sale.”")]
    public void What_a_relative_clause_tells_of_the_speaker_parts_the_words_and_dates_nothing(string text)
    {
        var document = Read(text);
        var quotation = document.Quotations.ShouldHaveSingleItem();
        quotation.Content.Select(document.Slice).ShouldBe(["“The ferry,”", "“is not for sale.”"]);
        quotation.SaidOn.IsUnknown.ShouldBeTrue();
        document.Slice(quotation.SpeakerSpan!.Value).ShouldBe("Jory Pell");
    }

    [Fact]
    public void A_question_whether_somebody_said_something_tells_of_no_words() =>
        Read("Did Ada Moll say that the ferry was sold? The minutes do not show it.").Quotations.ShouldBeEmpty();

    [Fact]
    public void Paragraphs_that_open_with_a_mark_and_close_once_go_on_with_the_speaker_before_them()
    {
        var document = Read("“The wall must be mended before the winter,” Ada Moll said.\n“If it is not, the town will be under water by January.\n“And nobody will be able to say that they were not told.”\nThe council votes on Friday.");
        var last = document.Quotations[^1];
        last.Content.Select(document.Slice).ShouldBe(["“If it is not, the town will be under water by January.", "“And nobody will be able to say that they were not told.”"]);
        document.Entities[last.Speaker!.Value].Name.ShouldBe("Ada Moll");
    }

    [Fact]
    public void A_mark_lost_before_the_cue_leaves_the_speaker_out_of_the_words()
    {
        var document = Read("“The wall is old, Jory Pell said.\n“It was built by my grandfather.\n“It will stand when we are gone.”");
        var first = document.Quotations[0];
        document.Slice(first.Content[0]).ShouldBe("“The wall is old,");
        first.IsEndDoubtful.ShouldBeTrue();
        document.Quotations.Count.ShouldBe(2);
    }

    [Fact]
    public void What_somebody_said_inside_an_open_paragraph_does_not_end_it()
    {
        var document = Read("“We asked the mayor, and he said no, Pell said yes, and we left.\n“That was all,” Ada Moll said.");
        document.Quotations[0].Content.Select(document.Slice).ShouldBe(["“We asked the mayor, and he said no, Pell said yes, and we left.", "“That was all,”"]);
    }

    [Fact]
    public void Questions_and_answers_on_one_line_are_parted()
    {
        var document = Read("Q: Will the ferry be sold? A: No, never. Q: Will the wall be built? A: Yes, in May.");
        document.Quotations.Select(q => document.Slice(q.Content[0])).ShouldBe(["No, never.", "Yes, in May."]);
    }

    [Fact]
    public void Who_asks_in_an_exchange_is_no_part_of_the_answers()
    {
        var document = Read("Jory Pell: It stays where it is.\nVask Radio: And the wall?\nJory Pell: We will build it.\nVask Radio: Thank you very much.");
        document.Quotations.Select(q => document.Slice(q.Content.ShouldHaveSingleItem())).ShouldBe(["It stays where it is.", "We will build it."]);
    }

    private static Document Read(string text)
    {
        var whole = Annotator.Annotate("a", Made.Article(People + text));
        whole.Quotations.ShouldAllBe(q => q.Extent.Start >= People.Length);
        return whole;
    }
}
