using FsCheck;
using FsCheck.Fluent;
using Readout.Languages;
using Readout.Tests.Samples;

namespace Readout.Tests.Languages;

public class StemmerTests
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "ru"];

    /// <summary>Snowball's own vocabularies: each word and its stem.</summary>
    [SharedTheory("conformance/snowball")]
    [InlineData("english", "en")]
    [InlineData("german", "de")]
    [InlineData("french", "fr")]
    [InlineData("spanish", "es")]
    [InlineData("russian", "ru")]
    public void Every_word_of_Snowballs_vocabulary_gets_its_stem(string folder, string language)
    {
        string[] Lines(string file) => File.ReadAllLines(SharedTheoryAttribute.PathOf("conformance", "snowball", folder, file));
        var pairs = Lines("voc.txt").Zip(Lines("output.txt")).ToList();
        pairs.Count.ShouldBeGreaterThan(20_000);
        var wrong = pairs.Where(p => Stemmer.Stem(p.First, language) != p.Second)
            .Select(p => $"{p.First}: {Stemmer.Stem(p.First, language)}, not {p.Second}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {pairs.Count}\n{string.Join('\n', wrong.Take(50))}");
    }

    [Theory]
    [InlineData("en", "harbour harbours harboured harbouring", "harbour")]
    [InlineData("en", "ferry ferries ferry's", "ferri")]
    [InlineData("en", "hop hopped hopping hops", "hop")]
    [InlineData("en", "hope hoped hoping hopes", "hope")]
    [InlineData("en", "tie ties tied tying", "tie")]
    [InlineData("en", "national nationally nationals", "nation")]
    [InlineData("en", "herring herrings", "herring")]
    [InlineData("en", "add adds added adding", "add")]
    [InlineData("de", "häfen hafen", "haf")]
    [InlineData("de", "brücke brücken bruecke bruecken", "bruck")]
    [InlineData("de", "zeugnis zeugnisse zeugnissen", "zeugnis")]
    [InlineData("de", "fischer fischerin fischerinnen fischers", "fisch")]
    [InlineData("de", "straße strassen", "strass")]
    [InlineData("de", "system systeme systems", "system")]
    [InlineData("fr", "l'annonce annonces annoncer annonçait qu'annonce", "annonc")]
    [InlineData("fr", "continuer continuellement", "continu continuel")]
    [InlineData("fr", "bateau bateaux", "bateau")]
    [InlineData("fr", "journal journaux", "journal")]
    [InlineData("fr", "maïs", "maï")]
    [InlineData("es", "hablar hablaba hablando hablándole", "habl")]
    [InlineData("es", "pescador pescadores", "pescador")]
    [InlineData("es", "pagar pague paguen", "pag")]
    [InlineData("es", "construyendo construyéndolo", "constru construyendol")]
    [InlineData("ru", "новый новая новейшего новейшие", "нов")]
    [InlineData("ru", "мост моста мосту мостами", "мост")]
    [InlineData("ru", "ёлка ёлки елку", "елк")]
    [InlineData("ru", "построенный построен построили", "построен постро")]
    public void Forms_of_a_word_have_its_stem(string language, string forms, string stem) =>
        string.Join(' ', forms.Split(' ').Select(f => Stemmer.Stem(f, language)).Distinct()).ShouldBe(stem);

    [Theory]
    [InlineData("en-GB", "harbour")]
    [InlineData("EN", "harbour")]
    [InlineData("en_US", "harbour")]
    [InlineData("eng", "harbours")]
    [InlineData("nl", "harbours")]
    [InlineData("", "harbours")]
    [InlineData(null, "harbours")]
    public void A_languages_region_does_not_count_and_without_rules_a_word_stays(string? language, string stem)
    {
        Stemmer.Stem("harbours", language).ShouldBe(stem);
        Stemmer.Knows(language).ShouldBe(stem == "harbour");
    }

    [Fact]
    public void What_is_too_long_for_a_word_stays()
    {
        var word = new string('o', 99) + "rs";
        Stemmer.Stem(word, "en").ShouldBeSameAs(word);
        Stemmer.Stem(word[1..], "en").ShouldBe(word[1..^1]);
    }

    /// <summary>The letters that the rules look at, in any order: no stem is longer than its word but by a letter that was written as one.</summary>
    [Fact]
    public void Any_letters_have_a_stem()
    {
        var letters = Gen.Elements("aeiouyqstnlrgdmèéëïçßäöü'áíяиновьстшёй".ToCharArray()).ArrayOf();
        Prop.ForAll(letters.ToArbitrary(), picked =>
        {
            var word = new string(picked);
            foreach (var language in Languages)
                Stemmer.Stem(word, language).Length.ShouldBeLessThanOrEqualTo(word.Length + word.Count(c => c is 'ß') + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("de", "ß")]
    [InlineData("fr", "ë")]
    [InlineData("es", "á")]
    public void The_longest_word_of_letters_that_are_written_as_two_has_a_stem(string language, string letter) =>
        Stemmer.Stem(string.Concat(Enumerable.Repeat(letter, 100)), language).ShouldNotBeEmpty();

    [Fact]
    public void Threads_share_the_rules()
    {
        string[] words = ["harbours", "nationally", "generously", "ferries", "hopping"];
        var expected = words.Select(w => Stemmer.Stem(w, "en")).ToArray();
        Parallel.For(0, 1000, _ => words.Select(w => Stemmer.Stem(w, "en")).ShouldBe(expected));
    }
}
