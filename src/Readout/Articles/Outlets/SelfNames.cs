using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>Finds the outlet where the page talks law: rights, warranties, whose views, who checked the text.</summary>
internal static class SelfNames
{
    private const int MaxLength = 70;

    // What a page says about itself where it talks law: rights, warranties, who checked the text.
    public static Sourced<string>? Find(Layout layout)
    {
        for (var i = layout.Blocks.Count - 1; i >= 0; i--)
        {
            var block = layout.Blocks[i];
            if (block.Furniture == FurnitureKind.None || (layout.Body.Count > 0 && i > layout.First && i < layout.Last))
                continue;
            var span = block.Block.Span;
            if ((Rights(layout.Text, span) ?? Checked(layout.Text, span) ?? Disclaims(layout.Text, span) ?? Views.Of(layout.Text, span)) is { } name && name.Length <= MaxLength)
                return new Sourced<string>(OutletFinder.Full(layout, name), name, "outlet-self-named");
        }
        return null;
    }

    // "© Orlen Press 2023. All rights reserved."
    private static Span? Rights(string text, Span block)
    {
        var line = text.AsSpan(block.Start, block.Length);
        var at = line.IndexOf('©');
        if (at < 0)
            at = line.IndexOf("copyright", StringComparison.OrdinalIgnoreCase);
        if (at < 0 && line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase))
            at = 0;
        if (at < 0 || line.Contains("photo", StringComparison.OrdinalIgnoreCase) || line.Contains("image", StringComparison.OrdinalIgnoreCase))
            return null;
        at += block.Start + (line[at] == '©' ? 1 : line[at] == '(' ? 3 : "copyright".Length);
        while (at < block.End && (!char.IsLetter(text[at]) || text.AsSpan(at).StartsWith("copyright", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("by ", StringComparison.Ordinal)))
            at += char.IsLetter(text[at]) ? (text[at] == 'b' ? 3 : "copyright".Length) : 1;
        var name = NamePhrase.At(text, at, block.End);
        return name is { } found && !Rest.Contains(text[found.Start..found.End].Split(' ', '\n')[0].ToLowerInvariant()) ? WithoutYear(text, found) : null;
    }

    // "All rights reserved", "Alle Rechte vorbehalten", "Powered by"
    private static readonly HashSet<string> Rest = new(PageWords.Of("rights"), StringComparer.Ordinal);

    private static Span? WithoutYear(string text, Span name)
    {
        var end = name.End;
        while (end > name.Start && (char.IsDigit(text[end - 1]) || char.IsWhiteSpace(text[end - 1])))
            end--;
        return end > name.Start ? new Span(name.Start, end) : null;
    }

    // "… reviewed and published by Orlen Press editors"
    private static Span? Checked(string text, Span block)
    {
        var at = text.IndexOf("published by ", block.Start, block.Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || NamePhrase.At(text, at + "published by ".Length, block.End) is not { } name)
            return null;
        var after = text.AsSpan(name.End, block.End - name.End).TrimStart();
        return after.StartsWith("editors", StringComparison.Ordinal) || after.StartsWith("staff", StringComparison.Ordinal) || after.StartsWith("'s", StringComparison.Ordinal) ? name : null;
    }

    private static readonly IReadOnlyList<string> Disclaimers = PageWords.Of("disclaimer");
    private static readonly HashSet<string> NoNames = new(PageWords.Of("no-outlet"), StringComparer.Ordinal);

    // "Orlen Press provides this text “as is”"
    private static Span? Disclaims(string text, Span block)
    {
        if (NamePhrase.At(text, block.Start, block.End) is not { } name || name.Length < 3)
            return null;
        var after = text.AsSpan(name.End, block.End - name.End).TrimStart();
        foreach (var phrase in Disclaimers)
        {
            if (after.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && !NoNames.Contains(text[name.Start..name.End]))
                return name;
        }
        return null;
    }
}
