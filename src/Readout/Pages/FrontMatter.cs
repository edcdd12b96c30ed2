using Readout.Text;

namespace Readout.Pages;

/// <summary>
/// Reads <c>key: value</c> lines between two lines of dashes, or <c>key = value</c> lines between two of pluses, at the top of a
/// plain-text file. The items of a list, on lines of their own or in brackets, each become a value of the key above them.
/// </summary>
internal static class FrontMatter
{
    private const int MaxLines = 60;

    /// <summary>Adds the values found and gives the place where the text proper begins; 0 where there is no front matter.</summary>
    public static int Read(string text, List<MetadataLine> metadata)
    {
        var isToml = text.StartsWith("+++", StringComparison.Ordinal);
        if (!(isToml || text.StartsWith("---", StringComparison.Ordinal)) || LineEnd(text, 0) is var at && text[3..at].Trim().Length > 0)
            return 0;
        var list = "";
        var found = new List<MetadataLine>();
        for (var line = 0; line < MaxLines; line++)
        {
            var start = Math.Min(text.Length, at + 1);
            if (start >= text.Length)
                return 0;
            at = LineEnd(text, start);
            var content = text.AsSpan(start, at - start);
            if (isToml ? content.Trim() is "+++" : content.Trim() is "---" or "...")
            {
                metadata.AddRange(found);
                return Math.Min(text.Length, at + 1);
            }
            if (content.IsWhiteSpace())
                continue;
            if (list.Length > 0 && content.TrimStart() is ['-', ' ', ..])
            {
                Add(found, list, Trim(text, start + content.IndexOf('-') + 1, at));
                continue;
            }
            var colon = content.IndexOf(isToml ? '=' : ':');
            if (colon <= 0)
            {
                // A list item or a continued value belongs to the key above; anything else is no front matter.
                if (found.Count == 0 && list.Length == 0)
                    return 0;
                continue;
            }
            var key = content[..colon].Trim().ToString().ToLowerInvariant();
            var value = Trim(text, start + colon + 1, at);
            list = value.IsEmpty ? key : "";
            if (value.Length > 2 && text[value.Start] == '[' && text[value.End - 1] == ']')
                AddItems(text, found, key, value);
            else
                Add(found, key, value);
        }
        return 0;
    }

    // [Ada Moll, "Jory Pell"]
    private static void AddItems(string text, List<MetadataLine> found, string key, Span list)
    {
        var start = list.Start + 1;
        for (var i = start; i < list.End; i++)
        {
            if (i < list.End - 1 && text[i] != ',')
                continue;
            Add(found, key, Trim(text, start, i));
            start = i + 1;
        }
    }

    private static void Add(List<MetadataLine> found, string key, Span value)
    {
        if (!value.IsEmpty)
            found.Add(new MetadataLine("front-matter", key, value));
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
