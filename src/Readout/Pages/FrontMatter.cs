using Readout.Text;

namespace Readout.Pages;

/// <summary>Reads <c>key: value</c> lines between two lines of dashes at the top of a plain-text file.</summary>
internal static class FrontMatter
{
    private const int MaxLines = 60;

    /// <summary>Adds the values found and gives the place where the text proper begins; 0 where there is no front matter.</summary>
    public static int Read(string text, List<MetadataLine> metadata)
    {
        if (!text.StartsWith("---", StringComparison.Ordinal) || LineEnd(text, 0) is var at && text[3..at].Trim().Length > 0)
            return 0;
        var found = new List<MetadataLine>();
        for (var line = 0; line < MaxLines; line++)
        {
            var start = Math.Min(text.Length, at + 1);
            if (start >= text.Length)
                return 0;
            at = LineEnd(text, start);
            var content = text.AsSpan(start, at - start);
            if (content.Trim() is "---" or "...")
            {
                metadata.AddRange(found);
                return Math.Min(text.Length, at + 1);
            }
            if (content.IsWhiteSpace())
                continue;
            var colon = content.IndexOf(':');
            if (colon <= 0)
            {
                // A list item or a continued value belongs to the key above; anything else is no front matter.
                if (found.Count == 0)
                    return 0;
                continue;
            }
            var value = Trim(text, start + colon + 1, at);
            if (!value.IsEmpty)
                found.Add(new MetadataLine("front-matter", content[..colon].Trim().ToString().ToLowerInvariant(), value));
        }
        return 0;
    }

    private static int LineEnd(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    private static Span Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '\''))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '\''))
            end--;
        return new Span(start, end);
    }
}
