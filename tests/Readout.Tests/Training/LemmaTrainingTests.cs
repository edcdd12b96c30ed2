using Readout.Annotations;
using Readout.Training;

namespace Readout.Tests.Training;

public class LemmaTrainingTests
{
    [Fact]
    public void Endings_are_learned_and_what_goes_its_own_way_is_listed()
    {
        string[] verbs = ["sail", "haul", "moor", "row", "turn", "wait", "load"];
        var words = verbs.Select(v => Past(v + "ed", v)).Append(Past("went", "go")).ToArray();
        var model = LemmaTraining.Train([words]);
        Lemmatizer.Lemma(model, "Anchored", Upos.Verb, "VBN").ShouldBe("anchor");
        Lemmatizer.Lemma(model, "went", Upos.Verb, "VBD").ShouldBe("go");
        LemmaTraining.Accuracy(model, [words]).ShouldBe(1);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var model = LemmaTraining.Train([[Past("sailed", "sail"), Past("went", "go")]]);
        using var stream = new MemoryStream();
        model.Write(stream);
        Lemmatizer.Lemma(LemmaModel.Read(stream.ToArray()), "went", Upos.Verb, "VBD").ShouldBe("go");
    }

    private static TreebankWord Past(string form, string lemma) => new(form, lemma, Upos.Verb, "VBD", 0, "root");
}
