using NodaTime;
using Readout.Languages;
using Readout.Text;

namespace Readout.Articles.Dates;

/// <summary>Dates a reader sees around the report: stamps, clocks, update notes, copyright years. Never dates in its sentences.</summary>
internal sealed class VisibleDates
{
    // A stamp is a short line; in a longer one a date belongs to what the line says, unless the words beside it label it.
    private const int MaxStampWords = 30;
    private const int MaxLabelledWords = 60;
    private const int MaxInsideWords = 14;
    private const int MaxLine = 600;
    private const int LabelReach = 70;
    private const int OtherReach = 14;
    private const int MaxFound = 80;
    private const int ListLoss = 20;
    private const int ThreadLoss = 8;
    private const int MinThreadHead = 62;

    private readonly Layout _layout;
    private readonly StampPlaces _places;
    private readonly string? _language;
    private readonly DateOrder _order;
    private readonly HashSet<int> _body;

    private VisibleDates(Layout layout, int titleIndex, string? language, DateOrder order)
    {
        _layout = layout;
        _places = new StampPlaces(layout, titleIndex);
        _language = language;
        _order = order;
        _body = [.. layout.Body];
    }

    public static List<DateEvidence> Find(Layout layout, int titleIndex, string? language, DateOrder order) =>
        new VisibleDates(layout, titleIndex, language, order).Collect();

    private List<DateEvidence> Collect()
    {
        var found = new List<(DateEvidence Evidence, string Track)>();
        var isOver = false;
        for (var i = 0; i < _layout.Blocks.Count && found.Count < MaxFound; i++)
        {
            var block = _layout.Blocks[i];
            // Below "2 comments" readers' stamps stand, below "Read more" those of other reports.
            isOver |= i > _layout.Last && _layout.Last >= 0 && block.Furniture == FurnitureKind.End;
            var isText = block.IsSentence || block.Words > MaxStampWords || isOver;
            if (block.Words > MaxLabelledWords || (_body.Contains(i) && block.Words > MaxInsideWords && i < _layout.Last - 1))
                continue;
            foreach (var evidence in InBlock(block, i, labelledOnly: isText || (_body.Contains(i) && block.Words > MaxInsideWords)))
                found.Add((evidence, TrackOf(block)));
        }
        return Unlisted(found);
    }

    private IEnumerable<DateEvidence> InBlock(BlockView block, int index, bool labelledOnly)
    {
        var span = block.Block.Span;
        if (span.Length > MaxLine)
            span = new Span(span.Start, span.Start + MaxLine);
        var dates = DateScanner.Scan(_layout.Text, span, _language, _order);
        if (block.Furniture != FurnitureKind.None && CopyrightYear(span) is { } copyright)
        {
            yield return copyright;
            yield break;
        }
        var labelStart = span.Start;
        for (var i = 0; i < dates.Count; i++)
        {
            var found = dates[i];
            var label = Label(found, labelStart, i + 1 < dates.Count ? dates[i + 1].Span.Start : span.End, i + 1 == dates.Count);
            labelStart = found.Span.End;
            if (found.Date is not { Year: > 1990 } || IsCompact(found))
                continue;
            if (label == StampLabel.None && dates.Count == 1)
                label = LabelAbove(block, index, found);
            if (label != StampLabel.None || !labelledOnly || StandsApart(block.Block.Span, index, found) || (!_body.Contains(index) && _places.Elements.IsOwn(block)))
                yield return Judge(block, index, found, label);
        }
    }

    // "Published: 9 May 2023"; "wurde am 9. Mai 2023 veröffentlicht"
    private StampLabel Label(FoundDate found, int from, int until, bool last)
    {
        from = Math.Max(from, found.Span.Start - LabelReach);
        var before = _layout.Text.AsSpan(from, found.Span.Start - from);
        var (label, end) = StampLabels.Last(before);
        // "Photo: Moll | 9 May 2023": what labels something else labels the date only where it stands at it.
        if (label == StampLabel.Other && (before.Length - end > OtherReach || before[end..].ContainsAny('|', '\n', '•')))
            label = StampLabel.None;
        if (label != StampLabel.None || !last)
            return label;
        return After(found.Span.End, Math.Min(until, found.Span.End + LabelReach));
    }

    // Behind its date a label is the verb that ends a clause; before a colon or more words it heads something else.
    private StampLabel After(int from, int until)
    {
        var (label, end) = StampLabels.First(_layout.Text.AsSpan(from, until - from));
        if (label is StampLabel.None or StampLabel.Other)
            return StampLabel.None;
        for (end += from; end < until && char.IsLetter(_layout.Text[end]); end++)
        {
        }
        var rest = _layout.Text.AsSpan(end, until - end).TrimStart();
        return rest.Length == 0 || rest[0] is '.' or ',' or ')' or ']' or '|' || rest.StartsWith("und ") || rest.StartsWith("and ") || _layout.Text[end - 1] >= '\u2e80' ? label : StampLabel.None;
    }

    // A deck and the stamp behind it may share a block: "… its chairwoman says. Monday, 9 May 2023".
    private bool StandsApart(Span block, int index, FoundDate found)
    {
        if (_places.Of(index) != StampPlace.Between || block.End - found.Span.End > 14)
            return false;
        var at = found.Span.Start;
        if (found.HasWeekday)
        {
            while (at > block.Start && _layout.Text[at - 1] is ' ' or ',' or '.')
                at--;
            while (at > block.Start && char.IsLetter(_layout.Text[at - 1]))
                at--;
        }
        while (at > block.Start && _layout.Text[at - 1] == ' ')
            at--;
        return at > block.Start && _layout.Text[at - 1] is '.' or '?' or '!' or '\n' or '|' or '•' or '”' or '»';
    }

    // A table or list of particulars has the label in a block of its own.
    private StampLabel LabelAbove(BlockView block, int index, FoundDate found)
    {
        if (index == 0 || block.Block.Span.Length > found.Span.Length + 24 || _layout.Blocks[index - 1] is not { Words: <= 4 } above)
            return StampLabel.None;
        var text = _layout.Page.Text.Chars(above.Block.Span);
        return text.ContainsAnyInRange('0', '9') || StampLabels.Last(text).Label == StampLabel.Other ? StampLabel.None : StampLabels.Last(text).Label;
    }

    private DateEvidence Judge(BlockView block, int index, FoundDate found, StampLabel label)
    {
        var place = _places.Of(index);
        if (label == StampLabel.Other)
            return DateEvidence.From(found, "visible", 5, "a date of something else, as the words beside it say", DateOf.Other);
        var markup = _places.Elements.Change(block, place) + (block.LinkShare > 0.8 ? -20 : 0);
        if (label == StampLabel.Modified)
            return DateEvidence.From(found, "visible", 54 + Math.Min(markup, 0), "an update stamp", DateOf.Modification);
        var labelled = label == StampLabel.Published;
        // A clock in the page's head runs on with the visitor's day: weekday, hour and zone, above the headline.
        if (place is StampPlace.Above or StampPlace.FarAbove && !labelled && (found.HasWeekday || found.HasZone || block.Words > 12) && _places.Title - index > 1 && !_places.Elements.IsBesideHeadline(block) && !_places.Elements.IsOwn(block))
            return DateEvidence.From(found, "furniture", _layout.IsHtml ? 8 : 0, "a clock in the page's head, which shows the day of the visit", DateOf.Other);
        var rank = _places.Rank(place, index) + markup;
        if (labelled)
            rank = Math.Max(rank + 4, place == StampPlace.FarBelow ? 40 + markup : 62 + Math.Min(markup, 0));
        else if (block.Words > 12 && !found.HasTime)
            rank -= 12;
        if (found.Alternative is not null)
            rank -= 6;
        return DateEvidence.From(found, "visible", Math.Max(1, rank), NoteOf(place), DateOf.Publication);
    }

    private static string NoteOf(StampPlace place) => place switch
    {
        StampPlace.Between => "a stamp between headline and text",
        StampPlace.Above or StampPlace.FarAbove => "a stamp above the headline",
        StampPlace.Inside => "a stamp beside the text",
        _ => "a stamp below the text",
    };

    // Blocks of one template that name many days are a list of other articles or of readers' words; the first of
    // them may be the article's own where it stands below the headline, as in a thread.
    private static List<DateEvidence> Unlisted(List<(DateEvidence Evidence, string Track)> found)
    {
        var days = new Dictionary<string, HashSet<DateRange>>(StringComparer.Ordinal);
        foreach (var (evidence, track) in found)
        {
            if (!days.TryGetValue(track, out var seen))
                days[track] = seen = [];
            seen.Add(evidence.When);
        }
        var begun = new HashSet<string>(StringComparer.Ordinal);
        return found.ConvertAll(f =>
        {
            if (days[f.Track].Count < 3 || f.Track.Length == 0 || f.Evidence.Of != DateOf.Publication)
                return f.Evidence;
            var loss = begun.Add(f.Track) && f.Evidence.Rank >= MinThreadHead ? ThreadLoss : ListLoss;
            return f.Evidence with { Rank = Math.Max(1, f.Evidence.Rank - loss), Note = f.Evidence.Note + ", one of a list" };
        });
    }

    private static string TrackOf(BlockView block) => block.Block.Element is { } element ? element.Parent?.Label + "/" + element.Name + " " + element.Label : "";

    // Eight digits in a row are an id to a reader.
    private bool IsCompact(FoundDate found)
    {
        for (var i = found.Span.Start; i < found.Span.End; i++)
        {
            if (DateText.Digit(_layout.Text[i]) < 0)
                return false;
        }
        return true;
    }

    // "© 2023" names a year the text may be older than; it never makes a day.
    private DateEvidence? CopyrightYear(Span span)
    {
        var text = _layout.Text.AsSpan(span.Start, span.Length);
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
                return new DateEvidence(DateRange.Year(year), new Span(span.Start + i, span.Start + i + 4), "furniture", 0, "a copyright year") { Of = DateOf.Other };
        }
        return null;
    }
}
