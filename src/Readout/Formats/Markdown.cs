using System.Globalization;
using System.Text;
using Readout.Briefs;

namespace Readout.Formats;

/// <summary>The brief for a wiki, a mail or a terminal. Words of the pages are escaped, so that they can't turn into markup.</summary>
public static class Markdown
{
    /// <summary>Writes the brief, UTF-8.</summary>
    public static void Write(Brief brief, FormatOptions options, Stream output) => output.Write(Encoding.UTF8.GetBytes(Render(brief)));

    private static string Render(Brief brief)
    {
        var view = new BriefView(brief);
        var text = new StringBuilder();
        text.Append("# ").Append(Outline.Heading(view)).Append("\n\n").Append(view.Extent()).Append('\n');
        foreach (var section in view.Sections)
        {
            text.Append("\n## ").Append(section.Name).Append("\n\n");
            if (section.IsSources)
            {
                AppendPages(text, view);
                continue;
            }
            foreach (var group in section.Groups)
                AppendGroup(text, view, group, withAttestations: section.Kind == SectionKind.Claims);
            foreach (var note in section.Notes)
                text.Append("- *").Append(Escape(note)).Append("*\n");
            if (section.Groups.Count == 0 && section.Notes.Count == 0)
                text.Append("*Nothing.*\n");
        }
        if (!view.HasSourcesSection)
        {
            text.Append("\n## Pages\n\n");
            AppendPages(text, view);
        }
        if (brief.Dropped.Count > 0)
        {
            text.Append("\n## Left out\n\n");
            foreach (var dropped in brief.Dropped)
                text.Append("- ").Append(Escape(WhiteSpace.Fold(dropped.Text))).Append(" *(").Append(Escape(dropped.Reason)).Append(")*\n");
        }
        return text.ToString();
    }

    private static void AppendGroup(StringBuilder text, BriefView view, SubjectGroup group, bool withAttestations)
    {
        // A line about several sentences stands above them, a line about one below it.
        var several = group.Subject is { Counts: null };
        var indent = several ? "  " : "";
        if (several)
            text.Append("- *").Append(Escape(Outline.About(group.Subject!))).Append("*\n");
        foreach (var sentence in group.Sentences)
        {
            text.Append(indent).Append("- ");
            if (view.Label(sentence) is { } label)
                text.Append("**").Append(Escape(label)).Append("** ");
            foreach (var (words, isName) in view.Pieces(sentence))
                text.Append(isName ? $"*{Escape(words)}*" : Escape(words));
            text.Append(' ').Append(Outline.Places(view, sentence)).Append('\n');
        }
        if (!several && group.Subject is { } subject)
            text.Append("  *").Append(Escape(Outline.About(subject))).Append("*\n");
        if (withAttestations && group.Subject?.Claim is { } claim)
        {
            foreach (var line in Outline.Attestations(view, claim))
                text.Append("  - ").Append(Escape(line)).Append('\n');
        }
    }

    private static void AppendPages(StringBuilder text, BriefView view)
    {
        foreach (var source in view.Sources)
        {
            text.Append(CultureInfo.InvariantCulture, $"{source.Number}. ").Append(Escape(Outline.Page(source)))
                .Append(" (`").Append(source.Document.Article.Page.Path.Replace('`', '\'')).Append("`, ").Append(source.Document.Id).Append(")\n");
            foreach (var line in Outline.Dependence(view, source))
                text.Append("   - ").Append(Escape(line)).Append('\n');
            foreach (var line in Outline.Oddities(source))
                text.Append("   - ").Append(Escape(line)).Append('\n');
        }
    }

    /// <summary>A page's words as they are, whatever they mean in Markdown.</summary>
    internal static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            switch (c)
            {
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '&':
                    escaped.Append("&amp;");
                    break;
                // Inside a word an underscore is only that.
                case '_' when i > 0 && i + 1 < words.Length && char.IsLetterOrDigit(words[i - 1]) && char.IsLetterOrDigit(words[i + 1]):
                    escaped.Append(c);
                    break;
                case '\\' or '`' or '*' or '_' or '|' or '~' or '[' or ']':
                case '#' or '+' or '-' when i == 0:
                    escaped.Append('\\').Append(c);
                    break;
                case '.' or ')' when i > 0 && words.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0:
                    escaped.Append('\\').Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }
        return escaped.ToString();
    }
}
