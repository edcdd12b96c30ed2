using System.Buffers;
using Readout.Articles.Dates;
using Readout.Text;

namespace Readout.Articles;

/// <summary>The head of an agency text: "ORLEN, March 14, 2023 (ABC) - ".</summary>
/// <param name="Span">All of it, up to the dash.</param>
/// <param name="Place">The city or cities; null where only a source stands.</param>
/// <param name="Date">The day; without a year in most datelines.</param>
/// <param name="Source">The words inside the brackets.</param>
internal sealed record Dateline(Span Span, Span? Place, FoundDate? Date, Span? Source)
{
    private const int MaxLength = 110;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(";.?!\"“”");
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(";:?!\"“”");

    /// <summary>Reads the dateline at the start of a paragraph; null where there is none.</summary>
    public static Dateline? Read(string text, Span paragraph, string? language)
    {
        var limit = Math.Min(paragraph.End, paragraph.Start + MaxLength);
        var open = text.IndexOf('(', paragraph.Start, limit - paragraph.Start);
        var close = open < 0 ? -1 : text.IndexOf(')', open, limit - open);
        Span? source = close > open + 2 && IsSource(text.AsSpan(open + 1, close - open - 1)) ? new Span(open + 1, close) : null;
        var dash = Dash(text, source is null ? paragraph.Start : close, limit);
        if (source is null && dash < 0)
            return null;
        var headEnd = source is null ? dash : open;
        var head = new Span(paragraph.Start, headEnd);
        var dates = DateScanner.Scan(text, head, language, DateOrder.Unknown);
        var date = dates.Count == 1 ? dates[0] : null;
        var placeEnd = date?.Span.Start ?? headEnd;
        var place = Trim(text, new Span(paragraph.Start, placeEnd));
        if (!place.IsEmpty && !IsPlace(text.AsSpan(place.Start, place.Length)))
            return null;
        // Between the parts nothing else may stand.
        if (date is not null && !Trim(text, new Span(date.Span.End, headEnd)).IsEmpty)
            return null;
        if (source is null && (place.IsEmpty || !IsAllCaps(text.AsSpan(place.Start, place.Length)) && date is null))
            return null;
        var end = dash >= 0 ? dash + 1 : close + 1;
        return new Dateline(new Span(paragraph.Start, end), place.IsEmpty ? null : place, date, source);
    }

    // The dash that parts the dateline from the text stands free, at once after the bracket or after the place.
    private static int Dash(string text, int from, int limit)
    {
        for (var i = from; i < limit; i++)
        {
            var c = text[i];
            if (c is '–' or '—' or '-' && i + 1 < text.Length && (char.IsWhiteSpace(text[i + 1]) || c is '—') && (c is '—' or '–' || (i > 0 && (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')'))))
                return i;
            if (c is '.' or '!' or '?' or '“' or '"' or '\n' && c != '.' || (c == '.' && i + 2 < limit && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && i - from > 8))
                return -1;
        }
        return -1;
    }

    private static bool IsSource(ReadOnlySpan<char> words)
    {
        if (words.Length > 50 || words.IndexOfAny(SentenceMarks) >= 0)
            return false;
        // Names and signs begin in capitals: "ABC", "Coast News", "ABC/kp"; an aside in brackets does not.
        return char.IsUpper(words[0]) && !words.ContainsAnyInRange('0', '9') && CountLowerWords(words) <= 1;
    }

    private static bool IsPlace(ReadOnlySpan<char> words) =>
        words.Length is >= 2 and <= 60 && char.IsUpper(words[0]) && CountLowerWords(words) <= 1 && words.IndexOfAny(ClauseMarks) < 0 && CountWords(words) <= 7;

    private static bool IsAllCaps(ReadOnlySpan<char> words)
    {
        var first = words.IndexOfAny(',', '/') is var comma and > 0 ? words[..comma] : words;
        foreach (var c in first)
        {
            if (char.IsLower(c))
                return false;
        }
        return first.Length >= 3;
    }

    private static int CountLowerWords(ReadOnlySpan<char> words)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++)
            count += char.IsLower(words[i]) && (i == 0 || char.IsWhiteSpace(words[i - 1])) ? 1 : 0;
        return count;
    }

    private static int CountWords(ReadOnlySpan<char> words)
    {
        var count = 0;
        for (var i = 0; i < words.Length; i++)
            count += !char.IsWhiteSpace(words[i]) && (i == 0 || char.IsWhiteSpace(words[i - 1])) ? 1 : 0;
        return count;
    }

    private static Span Trim(string text, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or '–' or '—' or '-'))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '–' or '—' or '-' or ':'))
            end--;
        return new Span(start, end);
    }
}
