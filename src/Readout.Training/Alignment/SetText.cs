using System.Text;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;
using Readout.Text;

namespace Readout.Training.Alignment;

/// <summary>A text of a set whose words and marks are parted by blanks, set as its writer had it.</summary>
internal static class SetText
{
    /// <summary>The text as Readout reads a page that holds nothing else and bears no date.</summary>
    public static Document Annotate(string words)
    {
        var text = Join(words);
        var page = new Page("set.txt", "", MediaType.PlainText, new SourceText(text), [], [], []);
        return Annotator.Annotate("d", new Article(page, "en", null, null, null, null, [], [new Paragraph(new Span(0, text.Length), false)], [], []));
    }

    /// <summary>Blanks before marks, behind opening brackets and around hyphens away; quotation marks where they belong.</summary>
    public static string Join(string words)
    {
        var text = new StringBuilder();
        var (quoted, glue) = (false, true);
        foreach (var part in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part switch { "``" or "''" => "\"", "-LRB-" => "(", "-RRB-" => ")", _ => part };
            var closes = word == "\"" && quoted;
            if (!glue && !closes && !IsGlued(word))
                text.Append(' ');
            text.Append(word);
            quoted ^= word == "\"";
            glue = word is "(" or "$" or "£" or "€" || (word == "\"" && !closes);
        }
        return text.Replace(" - ", "-").Replace("’ s ", "’s ").ToString();
    }

    private static bool IsGlued(string word) =>
        word is "." or "," or ";" or ":" or "?" or "!" or ")" or "%" or "n't" || (word.Length > 1 && word[0] is '\'' or '’');
}
