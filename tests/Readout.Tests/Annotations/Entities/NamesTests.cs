using Readout.Annotations;

namespace Readout.Tests.Annotations.Entities;

public class NamesTests
{
    [Theory]
    [InlineData("Peter Quint, the mayor, spoke in Orlen.", "Person:Peter Quint Place:Orlen")]
    [InlineData("Vask spokesman Odo Pellar said nothing.", "Organisation:Vask Person:Odo Pellar")]
    [InlineData("The head of Brenning Lines, Ulla Marn, left.", "Organisation:Brenning Lines Person:Ulla Marn")]
    [InlineData("“A talk is possible,” Pellar told reporters.", "Person:Pellar")]
    [InlineData("On Monday the Ministry of Trade and Industry met the Food and Drug Office.", "Organisation:Ministry of Trade and Industry Organisation:Food and Drug Office")]
    [InlineData("The Dock Workers' Union and Brenning & Marn declined to comment.", "Organisation:Dock Workers' Union Organisation:Brenning & Marn")]
    [InlineData("They live near Kolvik, in the town of Sarn.", "Place:Kolvik Place:Sarn")]
    [InlineData("German Chancellor Edda von Harl met U.S. Secretary of State Joan Baylor.", "Group:German Person:Edda von Harl Place:U.S. Person:Joan Baylor")]
    [InlineData("Brenning's Odo Pellar met Vask's board.", "Place|Organisation:Brenning Person:Odo Pellar Organisation:Vask")]
    [InlineData("Meanwhile, Bankers doubt it. Guests came. Nobody spoke on Tuesday in March.", "")]
    [InlineData("The White House and Downing Street denied it.", "Organisation:White House Organisation:Downing Street")]
    [InlineData("Mr. J. R. Tolvaney sailed to Lake Umber.", "Person:J. R. Tolvaney Place:Lake Umber")]
    [InlineData("Members of the Organisation for the Prohibition of Chemical Weapons met the Islamic State of Iraq and the Levant.", "Organisation:Organisation for the Prohibition of Chemical Weapons Organisation:Islamic State of Iraq and the Levant")]
    [InlineData("Nobody liked the Angela Merkel government, nor the Franz Kolvik one.", "Person:Angela Merkel Person:Franz Kolvik")]
    public void Names_are_found_and_typed(string text, string expected)
    {
        var (mentions, entities) = Tag(text);
        var found = mentions.Where(m => m.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym)
            .Select(m => (entities[m.Entity].Type, Name: text[m.Span.Start..m.Span.End])).ToList();
        var wanted = expected.Length == 0 ? [] : SplitTyped(expected);
        found.Select(f => f.Name).ShouldBe(wanted.Select(w => w.Name));
        foreach (var (f, w) in found.Zip(wanted))
            w.Types.Split('|').ShouldContain(f.Type.ToString(), f.Name);
    }

    [Fact]
    public void A_ministry_without_its_country_is_the_one_country_s()
    {
        NamesTests.Tag("The Chilean Foreign Ministry spoke. Later the Foreign Ministry fell silent.").Entities.Count(e => e.Type is EntityType.Organisation).ShouldBe(1);
        NamesTests.Tag("The Chilean Foreign Ministry wrote to the Peruvian Foreign Ministry. Later the Foreign Ministry fell silent.").Entities.Count(e => e.Type is EntityType.Organisation).ShouldBe(3);
    }

    private static List<(string Types, string Name)> SplitTyped(string marked)
    {
        var list = new List<(string, string)>();
        foreach (var word in marked.Split(' '))
        {
            if (word.Contains(':', StringComparison.Ordinal))
                list.Add((word.Split(':')[0], word.Split(':')[1]));
            else
                list[^1] = (list[^1].Item1, list[^1].Item2 + " " + word);
        }
        return list;
    }

    internal static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) Tag(string text, string? title = null)
    {
        var article = Made.Article(text, title);
        var tokens = Tokenizer.Tokenize(article);
        var (words, sentences) = SyntaxTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens));
        return EntityTagger.Tag(article, tokens, sentences, words);
    }
}
