using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>How a page writes a day in slashes.</summary>
internal enum DateOrder { Unknown, DayFirst, MonthFirst }

/// <summary>
/// Finds whether 03/04/2023 is a day of March or of April: by the page's language, by the country it names, by its
/// address, by the other dates on it that can be read one way only.
/// </summary>
internal static class DateOrders
{
    private static readonly string[] DayFirstDomains = [".uk", ".ie", ".au", ".nz", ".in", ".za", ".sg", ".my", ".pk", ".ng", ".ke", ".gh", ".lk", ".bd", ".eu", ".hk", ".mt"];
    private static readonly string[] MonthFirstDomains = [".us", ".gov", ".mil", ".edu"];

    public static DateOrder Of(Layout layout, string? language)
    {
        // Only in English do both orders live side by side; whoever writes another language writes the day first.
        if (language is not null && language != "en")
            return DateOrder.DayFirst;
        var shown = Shown(layout);
        return shown != DateOrder.Unknown ? shown : Stated(layout);
    }

    private static DateOrder Stated(Layout layout)
    {
        foreach (var line in layout.Page.Metadata)
        {
            if ((line.Where == "html" || line.Name is "og:locale" or "inlanguage" or "language") && line.Span.Length <= 8)
            {
                var value = layout.Slice(line.Span);
                if (value.StartsWith("en", StringComparison.OrdinalIgnoreCase) && value.Length >= 5 && !value.EndsWith("US", StringComparison.OrdinalIgnoreCase))
                    return DateOrder.DayFirst;
            }
            if ((line.Where == "link" || line.Name == "og:url") && Domain(layout.Slice(line.Span)) is { } host)
            {
                if (Array.Exists(DayFirstDomains, d => host.EndsWith(d, StringComparison.OrdinalIgnoreCase)))
                    return DateOrder.DayFirst;
                if (Array.Exists(MonthFirstDomains, d => host.EndsWith(d, StringComparison.OrdinalIgnoreCase)))
                    return DateOrder.MonthFirst;
            }
        }
        return DateOrder.Unknown;
    }

    private static string? Domain(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = address.IndexOf('/', start + 2);
        return end < 0 ? address[(start + 2)..] : address[(start + 2)..end];
    }

    // 24/05/2023 has one reading; one such date on the page tells how to read the others.
    private static DateOrder Shown(Layout layout)
    {
        foreach (var block in layout.Blocks)
        {
            var text = layout.Page.Text.Chars(block.Block.Span);
            if (text.IndexOf('/') < 0)
                continue;
            for (var i = 2; i + 7 < text.Length; i++)
            {
                if (text[i] != '/' || text[i + 3] != '/' || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i - 2]) || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2])
                    || !char.IsAsciiDigit(text[i + 4]) || (i > 2 && char.IsAsciiDigit(text[i - 3])))
                    continue;
                var (first, second) = (Two(text, i - 2), Two(text, i + 1));
                if (first is > 12 and <= 31 && second is >= 1 and <= 12)
                    return DateOrder.DayFirst;
                if (second is > 12 and <= 31 && first is >= 1 and <= 12)
                    return DateOrder.MonthFirst;
            }
        }
        return DateOrder.Unknown;
    }

    private static int Two(ReadOnlySpan<char> text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
