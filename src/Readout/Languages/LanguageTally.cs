namespace Readout.Languages;

/// <summary>
/// Collects passages of one text and tells the language that most of it is written in. Every passage votes with its length,
/// so that a line in another language turns nothing; what the winner's passages say together decides among its neighbours.
/// </summary>
internal sealed class LanguageTally
{
    private const int MinLetters = 12;

    // Half bits a letter by which a passage may fit another language better and still speak in the winner's sum.
    private const double Near = 0.6;

    private sealed record Passage(string Script, int Weight, int Letters, int Known, int[] Cost, int[] Worth, int Best);

    private readonly List<Passage> _passages = [];

    public void Add(ReadOnlySpan<char> text)
    {
        if (Script.Of(text, out var weight) is not { } script)
            return;
        if (LanguageIdentifier.OfScript(script) is not { } languages)
        {
            _passages.Add(new Passage(script, weight, weight, 0, [], [], 0));
            return;
        }
        int[] cost = new int[languages.Codes.Length], worth = new int[languages.Codes.Length];
        var (letters, known) = languages.Weigh(text, cost, worth);
        if (letters > 0)
            _passages.Add(new Passage(script, weight, letters, known, cost, worth, languages.Best(cost, worth, letters)));
    }

    /// <summary>BCP 47 code; null where the text is in no language that is known, or too little to say and nothing is declared.</summary>
    /// <param name="declared">The language that the page says it is in: tips the scales where the text leaves it open.</param>
    public string? Decide(string? declared)
    {
        if (_passages.Count == 0)
            return declared;
        var script = Heaviest(_passages, p => p.Script, p => p.Weight);
        var own = _passages.Where(p => p.Script == script).ToList();
        if (own.Sum(p => p.Letters) < MinLetters)
            return declared;
        if (LanguageIdentifier.OfScript(script) is not { } languages)
            return script;
        var winner = Heaviest(own, p => p.Best, p => p.Letters);
        int[] cost = new int[languages.Codes.Length], worth = new int[languages.Codes.Length];
        int letters = 0, known = 0;
        foreach (var passage in own)
        {
            int Total(int language) => languages.Total(passage.Cost, passage.Worth, passage.Letters, language, -1);
            if (passage.Best != winner && Total(winner) - Total(passage.Best) > Near * passage.Letters)
                continue;
            letters += passage.Letters;
            known += passage.Known;
            for (var i = 0; i < cost.Length; i++)
            {
                cost[i] += passage.Cost[i];
                worth[i] += passage.Worth[i];
            }
        }
        var best = languages.Best(cost, worth, letters, declared is null ? -1 : languages.IndexOf(declared));
        return languages.Fits(cost, known, letters, best) ? languages.Codes[best] : declared is not null && !languages.HasTable(declared) ? declared : null;
    }

    private static T Heaviest<T>(List<Passage> passages, Func<Passage, T> key, Func<Passage, int> weight) where T : notnull =>
        passages.GroupBy(key).MaxBy(g => g.Sum(weight))!.Key;
}
