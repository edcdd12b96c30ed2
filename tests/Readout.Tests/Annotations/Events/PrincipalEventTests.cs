using Readout.Annotations;
using Readout.Tests.House;

namespace Readout.Tests.Annotations.Events;

public class PrincipalEventTests
{
    [Theory]
    // the word itself
    [InlineData("Ada Moll met Jory Pell in Vask.", "meet", "CONSULT")]
    [InlineData("Orlen sent food and blankets to Vask.", "supply", "AID")]
    [InlineData("Soldiers arrested two editors in Orlen.", "arrest", "COERCE")]
    [InlineData("The court charged Ada Moll with fraud.", "charge", "DISAPPROVE")]
    [InlineData("Ada Moll resigned on Monday.", "resign", "RETREAT")]
    // a light verb and its noun
    [InlineData("Orlen and Vask held talks on Friday.", "meet", "CONSULT")]
    [InlineData("Orlen imposed sanctions on Vask.", "sanction", "SANCTION")]
    [InlineData("The union staged a rally in Orlen.", "protest", "PROTEST")]
    [InlineData("Vask launched an investigation into the sinking.", "investigate", "INVESTIGATE")]
    // what stands with it
    [InlineData("Orlen cut ties with Vask.", "cut-ties", "SANCTION")]
    [InlineData("Vask suspended military aid to Orlen.", "cut-ties", "SANCTION")]
    [InlineData("Orlen lifted the curfew in Vask.", "ease", "CONCEDE")]
    [InlineData("Orlen lifted sanctions against Vask.", "lift", "RETREAT")]
    [InlineData("Dockers called off their strike.", "end-protest", "CONCEDE")]
    [InlineData("Orlen withdrew its troops from Vask.", "withdraw", "RETREAT")]
    [InlineData("Farmers blocked the bridge in Orlen.", "obstruct", "PROTEST")]
    [InlineData("The army killed four rebels in a gunbattle.", "fight", "FIGHT")]
    [InlineData("Two guards were killed by Vask rebels.", "kill", "ASSAULT")]
    // the verb above
    [InlineData("Orlen agreed to meet the union.", "meet", "AGREE")]
    [InlineData("Orlen threatened to strike Vask.", "threaten", "THREATEN")]
    [InlineData("Orlen refused to sign the treaty.", "refuse", "REJECT")]
    [InlineData("Ada Moll urged Vask to stop the shelling.", "demand", "DEMAND")]
    [InlineData("Orlen said it had expelled two diplomats.", "expel", "SANCTION")]
    [InlineData("Orlen said Vask must open its port.", "demand", "DEMAND")]
    [InlineData("Vask is ready to release the prisoners.", "release", "AGREE")]
    [InlineData("The union plans to block the port.", "obstruct", "THREATEN")]
    [InlineData("Ada Moll wants Vask to open its port.", "demand", "DEMAND")]
    [InlineData("Orlen failed to reach an agreement with Vask.", "reject", "REJECT")]
    [InlineData("Ada Moll called for sanctions against Vask.", "criticise", "DISAPPROVE")]
    [InlineData("Ada Moll called on Vask to release the prisoners.", "demand", "DEMAND")]
    [InlineData("Shopkeepers closed their stores in protest.", "protest", "PROTEST")]
    [InlineData("The toll is a theft, Ada Moll protested.", "criticise", "DISAPPROVE")]
    // auxiliaries and negation
    [InlineData("Vask will no longer tolerate the marches.", "other", "THREATEN")]
    [InlineData("Ada Moll will visit Vask in May.", "visit", "AGREE")]
    [InlineData("Orlen will bomb the port of Vask.", "bomb", "THREATEN")]
    [InlineData("Vask did not accept the offer.", "accept", "REJECT")]
    [InlineData("Orlen would not help Vask.", "aid", "REJECT")]
    public void A_sentence_has_the_type_of_its_highest_word_with_all_that_stands_with_it(string text, string type, string plover)
    {
        var (reading, _) = Read(text)!.Value;
        (reading.Type, reading.Plover).ShouldBe((type, plover));
    }

    [Theory]
    [InlineData("Guards said on Monday that Ada Moll had attacked Jory Pell.", "Ada Moll", "Jory Pell")]
    [InlineData("Orlen sent food to Vask.", "Orlen", "Vask")]
    [InlineData("Ada Moll was accused by Jory Pell.", "Jory Pell", "Ada Moll")]
    [InlineData("Orlen and Vask held talks with Ada Moll.", "Orlen; Vask", "Ada Moll")]
    public void Who_did_it_to_whom_is_told_of_the_event_and_not_of_its_report(string text, string source, string target)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        var tree = new WordTree(document);
        var reader = new EventReader(document, tree);
        var (reading, predicate) = PrincipalEvent.Of(document.Words, tree, reader, document.Sentences[0])!.Value;
        var roles = new EventRoles(document, tree, reader.Arguments);
        var (sources, targets) = (new List<int>(), new List<int>());
        roles.Sources(sources, predicate);
        roles.Targets(targets, predicate, reading.Word, sources);
        Words(sources).ShouldBe(source);
        Words(targets).ShouldBe(target);

        string Words(List<int> nouns) => string.Join("; ", nouns.Select(n => document.Slice(roles.Phrase(n))));
    }

    [Theory]
    [InlineData("The lamp is green.")]
    [InlineData("Ada Moll likes apples.")]
    public void A_sentence_without_a_word_of_the_lists_has_none(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void Every_predicate_class_and_every_frame_has_a_type()
    {
        foreach (var file in (string[])["predicate-classes.tsv", "event-frames.tsv"])
        {
            foreach (var line in File.ReadLines(Repository.Path("src/Readout/Languages/En", file)).Where(l => l.Length > 0 && l[0] is not ('#' or '-' or '=') && !l.StartsWith("set\t", StringComparison.Ordinal)))
                EventTypes.Of(line.Split('\t')[0]).ShouldNotBeNull(line);
        }
    }

    [Fact]
    public void The_ontology_is_in_the_documentation()
    {
        var table = Repository.Read("docs/ontology.md");
        foreach (var type in EventTypes.All)
            table.ShouldContain($"| `{type.Name}` | {type.Plover ?? "–"} | {type.Cameo ?? "–"} |");
    }

    private static (EventReading Reading, int Predicate)? Read(string text)
    {
        var document = Annotator.Annotate("a", Made.Article(text));
        var tree = new WordTree(document);
        return PrincipalEvent.Of(document.Words, tree, new EventReader(document, tree), document.Sentences[0]);
    }
}
