using System.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Tests.Annotations.Quotations;

/// <summary>Texts from the invented towns of Orlen and Vask with their people known, as the layers above would give them.</summary>
internal static class Reported
{
    private static readonly (PageEntity Entity, string[] Forms)[] s_world =
    [
        (new("Ada Moll", EntityType.Person, 'f', ["mayor"], [], null), ["Ada Moll", "Moll"]),
        (new("Jory Pell", EntityType.Person, 'm', ["spokesman"], [2], null), ["Jory Pell", "Pell"]),
        (new("Vask Ferries", EntityType.Organisation, null, [], [], null), ["Vask Ferries"]),
        (new("Dockers' League", EntityType.Organisation, null, ["union"], [], null), ["Dockers' League"]),
        (new("Orlen Herald", EntityType.Organisation, null, ["newspaper"], [], null), ["Orlen Herald", "Herald"]),
        (new("Ina Sorrel", EntityType.Person, 'f', ["judge"], [], null), ["Ina Sorrel", "Sorrel"]),
        (new("Vask", EntityType.Place, null, [], [], null), ["Vask"]),
        (new("Orlen", EntityType.Place, null, [], [], null), ["Orlen"]),
    ];

    /// <summary>Reads a text whose paragraphs are parted by blank lines; <paramref name="heading"/> reads it as a headline.</summary>
    public static Document Read(string text, bool heading = false)
    {
        var source = new SourceText(text);
        var paragraphs = new List<Paragraph>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > start)
                paragraphs.Add(new Paragraph(new Span(start, end), heading));
            start = end + 2;
        }
        var page = new Page("page.txt", "", MediaType.PlainText, source, [], [], []);
        var article = new Article(page, "en", null, null, null, null, [], paragraphs, [], []);
        var tokens = Tokenizer.Tokenize(article);
        var sentences = SentenceSplitter.Split(article, tokens);
        var times = TimeTagger.Tag(source, tokens, sentences, DateRange.Day(new NodaTime.LocalDate(2031, 5, 15)));
        var document = new Document(
            "d", article, tokens, sentences, times, [], Mentions(text), [.. s_world.Select(w => w.Entity)], [], [], [], []);
        return document with { Quotations = QuotationTagger.Tag(document, new WordTree(document)) };
    }

    /// <summary>Takes the marks out of a text: [content], {speaker}, &lt;cue&gt;.</summary>
    public static (string Text, List<Span> Content, Span? Speaker, Span? Cue) Unmark(string marked)
    {
        var text = new StringBuilder();
        var content = new List<Span>();
        Span? speaker = null;
        Span? cue = null;
        var open = new Stack<int>();
        foreach (var c in marked)
        {
            switch (c)
            {
                case '[' or '{' or '<':
                    open.Push(text.Length);
                    break;
                case ']':
                    content.Add(new Span(open.Pop(), text.Length));
                    break;
                case '}':
                    speaker = new Span(open.Pop(), text.Length);
                    break;
                case '>':
                    cue = new Span(open.Pop(), text.Length);
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
        return (text.ToString(), content, speaker, cue);
    }

    /// <summary>A quotation in a line: form, speaker's name, the words.</summary>
    public static string Show(Document document, Quotation quotation)
    {
        var who = quotation.Speaker is { } speaker ? document.Entities[speaker].Name : "?";
        return $"{quotation.Form} {who}: {string.Join(" … ", quotation.Content.Select(document.Slice))}";
    }

    private static List<Mention> Mentions(string text)
    {
        var mentions = new List<Mention>();
        for (var entity = 0; entity < s_world.Length; entity++)
        {
            var taken = new List<Span>();
            foreach (var form in s_world[entity].Forms)
            {
                for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
                {
                    var span = new Span(at, at + form.Length);
                    if (taken.Exists(t => t.Overlaps(span)))
                        continue;
                    taken.Add(span);
                    mentions.Add(new Mention(span, entity, MentionForm.Name, "given"));
                }
            }
        }
        // "Vask" inside "Vask Ferries" is part of that name.
        mentions.RemoveAll(m => mentions.Exists(o => o != m && o.Span.Contains(m.Span) && o.Span != m.Span));
        return mentions;
    }
}
