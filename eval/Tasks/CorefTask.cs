using Readout.Annotations;
using Readout.Text;
using Readout.Training;

namespace Readout.Eval.Tasks;

/// <summary>Pronouns of GAP: whether the entity that Readout resolves each to is that of the first or the second name asked for.</summary>
internal static class CorefTask
{
    public static int Run(string input, string output, int jobs)
    {
        var snippets = GapSnippet.Load(input);
        var lines = new string[snippets.Count];
        Parallel.For(0, snippets.Count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, jobs) }, i => lines[i] = Answer(snippets[i]));
        File.WriteAllLines(output, lines);
        return 0;
    }

    private static string Answer(GapSnippet snippet)
    {
        var (tokens, sentences, words) = snippet.Read();
        var (mentions, _) = EntityTagger.Tag(snippet.Article, tokens, sentences, words);
        var meant = Entity(mentions, snippet.Pronoun, isName: false);
        return $"{snippet.Id}\t{Is(snippet.A)}\t{Is(snippet.B)}";

        string Is(Span name) => meant is not null && Entity(mentions, name, isName: true) == meant ? "TRUE" : "FALSE";
    }

    /// <summary>The entity of the longest mention on the words.</summary>
    private static int? Entity(IReadOnlyList<Mention> mentions, Span words, bool isName)
    {
        Mention? found = null;
        foreach (var mention in mentions)
        {
            if (mention.Span.Overlaps(words) && isName == mention.Form is not (MentionForm.Pronoun or MentionForm.Role or MentionForm.Group)
                && (found is null || mention.Span.Length > found.Span.Length))
            {
                found = mention;
            }
        }
        return found?.Entity;
    }
}
