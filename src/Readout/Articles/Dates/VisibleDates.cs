using NodaTime;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Dates a reader sees around the report: stamps, clocks, update notes, copyright years. Never dates in its sentences.</summary>
internal static class VisibleDates
{
    // A stamp is a short line; in a longer one a date belongs to what the line says.
    private const int MaxStampWords = 30;
    private const int Before = 25;
    private const int After = 12;

    private static readonly string[] Updated = ["updat", "modif", "revis", "last edit", "edited", "aktualisiert", "geändert", "stand:", "mis à jour", "modifié", "actualiz", "aggiornat", "обновлен", "изменен"];
    private static readonly string[] Published = ["publish", "posted", "first published", "veröffentlicht", "erschienen", "erstellt", "publié", "publicad", "pubblicat", "gepubliceerd", "опубликован", "date:", "datum", "created"];

    public static IEnumerable<DateEvidence> Find(Layout layout, int titleIndex, string? language, bool monthFirst)
    {
        var first = layout.First;
        for (var i = Math.Max(0, Math.Min(titleIndex, first) - Before); i < layout.Blocks.Count; i++)
        {
            if (layout.Body.Count > 0 && i > layout.Last + After)
                break;
            if (layout.Body.Count == 0 && i > titleIndex + Before)
                break;
            var block = layout.Blocks[i];
            if (Contains(layout.Body, i) || (block.Words > MaxStampWords && block.Furniture == FurnitureKind.None && block.IsSentence))
                continue;
            if (layout.IsHtml && block.Context == ContextKind.Hard && (i < titleIndex || i >= first))
                continue;
            foreach (var evidence in InBlock(layout, block, i, titleIndex, language, monthFirst))
                yield return evidence;
        }
    }

    private static IEnumerable<DateEvidence> InBlock(Layout layout, BlockView block, int index, int titleIndex, string? language, bool monthFirst)
    {
        var span = block.Block.Span;
        if (span.Length > 600)
            span = new Span(span.Start, span.Start + 600);
        if (block.Furniture != FurnitureKind.None && CopyrightYear(layout, span) is { } copyright)
        {
            yield return copyright;
            yield break;
        }
        var labelStart = span.Start;
        foreach (var found in DateScanner.Scan(layout.Text, span, language, monthFirst))
        {
            if (found.Date is not { Year: > 1990 } day || found.Span.Length == 8 && IsCompact(layout, found))
                continue;
            var label = layout.Text[labelStart..found.Span.Start].ToLowerInvariant();
            labelStart = found.Span.End;
            var when = found.Alternative is { } other ? (day < other ? new DateRange(day, other) : new DateRange(other, day)) : DateRange.Day(day);
            yield return Judge(layout, block, index, titleIndex, found, when, label);
        }
    }

    private static DateEvidence Judge(Layout layout, BlockView block, int index, int titleIndex, FoundDate found, DateRange when, string label)
    {
        if (Mentions(label, Updated) && !Mentions(label, Published))
            return new DateEvidence(when, found.Span, "modified", 28, "an update stamp");
        var labelled = Mentions(label, Published);
        var between = index >= titleIndex && index < layout.First;
        // A clock in the page's head runs on with the visitor's day: weekday, hour and zone, above the headline.
        if (!between && index < layout.First && !labelled && (found.HasWeekday || found.HasZone || block.Words > 12) && titleIndex - index > 1)
            return new DateEvidence(when, found.Span, "furniture", layout.IsHtml ? 8 : 0, "a clock in the page's head, which shows the day of the visit", found.IsUtc);
        var rank = index >= layout.First ? (labelled ? 62 : 44) : between ? 76 : index + 3 >= titleIndex ? 64 : 40;
        if (labelled)
            rank += 4;
        if (block.Words > 12 && !labelled && !found.HasTime)
            rank -= 12;
        if (block.Context == ContextKind.Hard || block.LinkShare > 0.8)
            rank -= 20;
        var place = between ? "a stamp between headline and text" : index < layout.First ? "a stamp above the headline" : "a stamp below the text";
        return new DateEvidence(when, found.Span, "visible", Math.Max(1, rank), place, found.IsUtc && found.HasTime);
    }

    private static bool IsCompact(Layout layout, FoundDate found) => char.IsAsciiDigit(layout.Text[found.Span.Start + 4]) && char.IsAsciiDigit(layout.Text[found.Span.Start]) && char.IsAsciiDigit(layout.Text[found.Span.Start + 6]);

    // "© 2023" names a year the text may be older than; it never makes a day.
    private static DateEvidence? CopyrightYear(Layout layout, Span span)
    {
        var text = layout.Text.AsSpan(span.Start, span.Length);
        var mark = text.IndexOf('©');
        if (mark < 0)
            mark = text.IndexOf("copyright", StringComparison.OrdinalIgnoreCase);
        if (mark < 0)
            return null;
        for (var i = mark; i + 4 <= text.Length && i < mark + 60; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && char.IsAsciiDigit(text[i - 1])))
                continue;
            if (int.TryParse(text.Slice(i, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)
                && year is >= 1990 and < 2100 && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])))
                return new DateEvidence(DateRange.Year(year), new Span(span.Start + i, span.Start + i + 4), "furniture", 0, "a copyright year");
        }
        return null;
    }

    private static bool Mentions(string label, string[] words) => Array.Exists(words, w => label.Contains(w, StringComparison.Ordinal));

    private static bool Contains(IReadOnlyList<int> sorted, int value)
    {
        int low = 0, high = sorted.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] == value)
                return true;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return false;
    }
}
