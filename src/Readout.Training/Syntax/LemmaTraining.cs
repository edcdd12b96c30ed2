using System.Globalization;
using Readout.Annotations;

namespace Readout.Training;

/// <summary>Learns lemmas: the endings that most words of a class share, and the words that go their own way.</summary>
internal static class LemmaTraining
{
    // An ending counts when so many different words have it, most of them with one edit;
    // an edit when so many words of the class need it. Chosen on the development part.
    private const int WordsOfAnEnding = 2;
    private const double Agreement = 0.6;
    private const int WordsOfAnEdit = 5;

    /// <summary>Trains, writes <c>lemmas-en.bin</c> and prints how well it does with gold tags.</summary>
    public static int Run(string shared, string models, TextWriter log)
    {
        var model = Train(Treebank.Training(shared));
        using (var file = File.Create(Path.Combine(models, "lemmas-en.bin")))
            model.Write(file);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"EWT dev, gold tags: {100 * Accuracy(model, Treebank.Development(shared)):F2}"));
        var gum = Treebank.Read(Path.Combine(shared, "data", "language", "ud-gum", "en_gum-ud-dev.conllu.gz"), _ => true);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"GUM dev, gold tags: {100 * Accuracy(model, gum):F2}"));
        return 0;
    }

    public static LemmaModel Train(IEnumerable<TreebankWord[]> sentences)
    {
        var lemmas = Lemmas(sentences);
        var edits = lemmas.GroupBy(l => (l.Key[0], LemmaEdit.Between(l.Key[1..], l.Value))).ToDictionary(g => g.Key, g => g.Count());
        var rules = Rules(lemmas, edits);
        var regular = new LemmaModel(rules, new(StringComparer.Ordinal));
        var exceptions = lemmas.Where(l => Applied(l.Key, regular.Rule(l.Key)) != l.Value).ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
        return new(rules, exceptions);
    }

    public static double Accuracy(LemmaModel model, IEnumerable<TreebankWord[]> sentences)
    {
        var words = sentences.SelectMany(s => s).ToList();
        return words.Count(w => w.Lemma is "_" || Lemmatizer.Lemma(model, w.Form, w.Upos, w.Xpos) == w.Lemma) / (double)words.Count;
    }

    /// <summary>The commonest lemma of each class and spelling; parts of words that were torn apart, and foreign words, teach nothing.</summary>
    private static Dictionary<string, string> Lemmas(IEnumerable<TreebankWord[]> sentences)
    {
        var counts = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var key = new char[256];
        foreach (var word in sentences.SelectMany(s => s))
        {
            if (word.Xpos is "GW" or "ADD" || word.Lemma is "_" || word.Form.Length > 64)
                continue;
            key[0] = LemmaForms.ClassOf(word.Upos, word.Xpos);
            var spelled = new string(key, 0, 1 + LemmaForms.Spell(word.Form, key[0], key.AsSpan(1)));
            if (!counts.TryGetValue(spelled, out var found))
                counts[spelled] = found = new(StringComparer.Ordinal);
            found[word.Lemma] = found.GetValueOrDefault(word.Lemma) + 1;
        }
        return counts.ToDictionary(
            c => c.Key, c => c.Value.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key, StringComparer.Ordinal);
    }

    private static Dictionary<string, LemmaEdit> Rules(Dictionary<string, string> lemmas, Dictionary<(char, LemmaEdit), int> edits)
    {
        var endings = new Dictionary<string, Dictionary<LemmaEdit, int>>(StringComparer.Ordinal);
        foreach (var (key, lemma) in lemmas)
        {
            var edit = LemmaEdit.Between(key[1..], lemma);
            for (var length = 0; length <= Math.Min(LemmaModel.LongestEnding, key.Length - 2); length++)
            {
                var ending = key[0] + key[^length..];
                if (!endings.TryGetValue(ending, out var found))
                    endings[ending] = found = [];
                found[edit] = found.GetValueOrDefault(edit) + 1;
            }
        }
        var rules = new Dictionary<string, LemmaEdit>(StringComparer.Ordinal);
        foreach (var (ending, found) in endings.OrderBy(e => e.Key.Length).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            var known = found.Where(f => edits[(ending[0], f.Key)] >= WordsOfAnEdit).ToList();
            if (known.Count == 0)
                continue;
            var (best, words) = known.OrderByDescending(f => f.Value).ThenBy(f => f.Key.Cut).ThenBy(f => f.Key.Add, StringComparer.Ordinal).First();
            var agreed = words >= WordsOfAnEnding && words >= Agreement * found.Values.Sum() && best != Shorter(rules, ending);
            if (ending.Length == 1 || agreed)
                rules[ending] = best;
        }
        return rules;
    }

    private static LemmaEdit? Shorter(Dictionary<string, LemmaEdit> rules, string ending)
    {
        for (var from = 2; from <= ending.Length; from++)
        {
            if (rules.TryGetValue(ending[0] + ending[from..], out var edit))
                return edit;
        }
        return null;
    }

    private static string Applied(string key, LemmaEdit edit) => key[1..Math.Max(1, key.Length - edit.Cut)] + edit.Add;
}
