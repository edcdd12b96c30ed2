using System.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Eval.Tasks;

/// <summary>
/// Names against CoNLL-style files: a token and a label a line, a blank line between sentences; or, as UniversalNER has them, a number before
/// the token. Labels are ignored.
/// </summary>
internal static class EntitiesTask
{
    public static int Run(string input, string output, int jobs) => Run(input, output, jobs, OfSets);

    /// <summary>With all of Readout's types: peoples, events, products and laws apart.</summary>
    public static int RunTypes(string input, string output, int jobs) => Run(input, output, jobs, Own);

    private static int Run(string input, string output, int jobs, Func<Mention, PageEntity, string> type)
    {
        var documents = Read(SetFile.Lines(input));
        var results = new string[documents.Count];
        Parallel.For(0, documents.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => results[i] = Label(documents[i], type));
        File.WriteAllText(output, string.Concat(results));
        return 0;
    }

    private static List<List<string>> Read(IEnumerable<string> lines)
    {
        var documents = new List<List<string>> { new() };
        foreach (var line in lines)
        {
            if (line.StartsWith("# doc", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                documents.Add([line]);
                continue;
            }
            documents[^1].Add(line);
        }
        return documents;
    }

    private static string Label(List<string> lines, Func<Mention, PageEntity, string> type)
    {
        var (text, spans, paragraphs) = Rebuild(lines);
        var page = new Page("eval.txt", "", MediaType.PlainText, new SourceText(text), [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], paragraphs, [], []);
        var tokens = Tokenizer.Tokenize(article);
        var (words, sentences) = SyntaxTagger.Tag(article.Page.Text, tokens, SentenceSplitter.Split(article, tokens));
        var (mentions, entities) = EntityTagger.Tag(article, tokens, sentences, words);
        var names = mentions
            .Where(m => m.Form is MentionForm.Name or MentionForm.ShortName or MentionForm.Acronym)
            .OrderBy(m => m.Span).ToList();
        var labelled = new StringBuilder();
        var next = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (spans[i] is not { } span)
            {
                labelled.Append(lines[i]).Append('\n');
                continue;
            }
            while (next < names.Count && names[next].Span.End <= span.Start)
                next++;
            var label = "O";
            if (next < names.Count && names[next].Span.Overlaps(span))
                label = (names[next].Span.Start >= span.Start ? "B-" : "I-") + type(names[next], entities[names[next].Entity]);
            labelled.Append(Number(lines[i])).Append(Word(lines[i])).Append('\t').Append(label).Append('\n');
        }
        return labelled.ToString();
    }

    // The sets count a government under its capital's name as a place.
    private static string OfSets(Mention mention, PageEntity entity) => entity.Type switch
    {
        EntityType.Organisation when mention.Rule is "capital-as-government" => "LOC",
        EntityType.Person => "PER",
        EntityType.Place => "LOC",
        EntityType.Organisation => "ORG",
        EntityType.Group => "NORP",
        _ => "MISC",
    };

    private static string Own(Mention mention, PageEntity entity) => entity.Type switch
    {
        EntityType.Event => "EVENT",
        EntityType.Product => "PRODUCT",
        EntityType.Law => "LAW",
        _ => OfSets(mention, entity),
    };

    // "3	Vask	B-LOC	-	-": five columns, the first a number
    private static bool IsNumbered(string line) => line.AsSpan().Count('\t') == 4 && char.IsAsciiDigit(line[0]);

    private static string Number(string line) => IsNumbered(line) ? line[..(line.IndexOf('\t', StringComparison.Ordinal) + 1)] : "";

    private static string Word(string line) => IsNumbered(line) ? line.Split('\t')[1] : line.Split('\t', ' ')[0];

    /// <summary>The text as it may have looked before it was cut into tokens, and where each token stands in it.</summary>
    private static (string Text, Span?[] Spans, List<Paragraph> Paragraphs) Rebuild(List<string> lines)
    {
        var text = new StringBuilder();
        var spans = new Span?[lines.Count];
        var paragraphs = new List<Paragraph>();
        var start = -1;
        var before = "";
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith("# ", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(lines[i]))
            {
                if (start >= 0)
                    paragraphs.Add(new Paragraph(new Span(start, text.Length), false));
                start = -1;
                text.Append('\n');
                before = "";
                continue;
            }
            var word = Word(lines[i]);
            if (start < 0)
                start = text.Length;
            else if (!IsGlued(before, word))
                text.Append(' ');
            spans[i] = new Span(text.Length, text.Length + word.Length);
            text.Append(word);
            before = word;
        }
        if (start >= 0)
            paragraphs.Add(new Paragraph(new Span(start, text.Length), false));
        return (text.ToString(), spans, paragraphs);
    }

    private static bool IsGlued(string before, string word) =>
        word is "," or "." or ";" or ":" or "!" or "?" or ")" or "’" or "'" or "”" or "%" or "-" or "/" or "'s" or "’s" or "n't" or "n’t"
        || before is "(" or "“" or "‘" or "$" or "-" or "/"
        || (before is "’" or "'" && word is "s" or "t" or "re" or "ve" or "ll" or "d" or "m");
}
