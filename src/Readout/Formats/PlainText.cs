using System.Globalization;
using System.Text;
using Readout.Briefs;

namespace Readout.Formats;

/// <summary>The brief for a mail without markup: 80 columns, nothing escaped.</summary>
public static class PlainText
{
    private const int Columns = 80;

    /// <summary>Writes the brief, UTF-8.</summary>
    public static void Write(Brief brief, FormatOptions options, Stream output) => output.Write(Encoding.UTF8.GetBytes(Render(brief)));

    private static string Render(Brief brief)
    {
        var view = new BriefView(brief);
        var text = new StringBuilder();
        Heading(text, Outline.Heading(view).ToUpperInvariant());
        Wrap(text, "", view.Extent());
        foreach (var section in view.Sections)
        {
            text.Append('\n');
            Heading(text, section.Name);
            if (section.IsSources)
            {
                AppendPages(text, view);
                continue;
            }
            foreach (var group in section.Groups)
                AppendGroup(text, view, group, withAttestations: section.Kind == SectionKind.Claims);
            foreach (var note in section.Notes)
                Wrap(text, "  ", $"({note})");
            if (section.Groups.Count == 0 && section.Notes.Count == 0)
                text.Append("  (nothing)\n");
        }
        if (!view.HasSourcesSection)
        {
            text.Append('\n');
            Heading(text, "Pages");
            AppendPages(text, view);
        }
        if (brief.Dropped.Count > 0)
        {
            text.Append('\n');
            Heading(text, "Left out");
            foreach (var dropped in brief.Dropped)
                Wrap(text, "- ", $"{dropped.Text} ({dropped.Reason})");
        }
        return text.ToString();
    }

    private static void AppendPages(StringBuilder text, BriefView view)
    {
        foreach (var source in view.Sources)
        {
            Wrap(text, string.Create(CultureInfo.InvariantCulture, $"{source.Number,3}. "), Outline.Page(source));
            Wrap(text, "     ", $"{source.Document.Article.Page.Path} ({source.Document.Id})");
            foreach (var line in Outline.Dependence(view, source))
                Wrap(text, "     - ", line);
            foreach (var line in Outline.Oddities(source))
                Wrap(text, "     ! ", line);
        }
    }

    private static void AppendGroup(StringBuilder text, BriefView view, SubjectGroup group, bool withAttestations)
    {
        var several = group.Subject is { Counts: null };
        if (several)
            Wrap(text, "* ", Outline.About(group.Subject!));
        foreach (var sentence in group.Sentences)
        {
            var label = view.Label(sentence) is { } l ? $"[{l}] " : "";
            Wrap(text, several ? "  - " : "* ", $"{label}{string.Concat(view.Pieces(sentence).Select(p => p.Text))} {Outline.Places(view, sentence)}");
        }
        if (!several && group.Subject is { } subject)
            Wrap(text, "    ", $"({Outline.About(subject)})");
        if (withAttestations && group.Subject?.Claim is { } claim)
        {
            foreach (var line in Outline.Attestations(view, claim))
                Wrap(text, "    - ", line);
        }
    }

    private static void Heading(StringBuilder text, string heading) =>
        text.Append(heading).Append('\n').Append('-', heading.Length).Append('\n');

    // The first line begins with the mark, the following ones with as many spaces.
    private static void Wrap(StringBuilder text, string mark, string words)
    {
        var column = mark.Length;
        var isFirst = true;
        text.Append(mark);
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirst && column + 1 + word.Length > Columns)
            {
                text.Append('\n').Append(' ', mark.Length);
                column = mark.Length;
                isFirst = true;
            }
            if (!isFirst)
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += word.Length;
            isFirst = false;
        }
        text.Append('\n');
    }
}
