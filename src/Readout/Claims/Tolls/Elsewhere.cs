using NodaTime;
using Readout.Annotations;
using Readout.Languages;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Which sentences of a page count other events than its own: earlier years, yearly tallies, "a separate shooting".</summary>
internal sealed class Elsewhere
{
    // A page tells of its event within so many days.
    private const int Days = 20;

    private static readonly Lazy<Dictionary<string, string[]>> Words = new(() => Language.En.Table("many-events.tsv"));

    private readonly Document _document;
    private readonly LocalDate? _day;

    public Elsewhere(Document document)
    {
        _document = document;
        _day = EventDay();
    }

    /// <summary>A sentence that tells of another day's event, or adds several up.</summary>
    public bool Is(int sentence) => IsTally(sentence) || IsOtherDay(sentence) || IsList(sentence);

    /// <summary>A headline over several events: "three shootings", "weekend violence".</summary>
    public bool IsRoundup(int sentence) => Has(sentence, "roundup");

    // The first day the text names.
    private LocalDate? EventDay()
    {
        foreach (var time in _document.Times)
        {
            if (time.Type is TimexType.Date or TimexType.Time && time.When.IsDay)
                return time.When.Earliest;
        }
        return _document.Anchor.Latest;
    }

    private bool IsOtherDay(int sentence)
    {
        if (_day is not { } day)
            return false;
        var span = _document.Sentences[sentence].Span;
        var others = false;
        for (var i = Ordered.FirstAt(_document.Times, span.Start, t => t.Span.Start); i < _document.Times.Count && _document.Times[i].Span.Start < span.End; i++)
        {
            var time = _document.Times[i];
            if (time.Type is not (TimexType.Date or TimexType.Time) || !time.When.IsBounded)
                continue;
            if (time.When.Earliest!.Value.PlusDays(-Days) <= day && time.When.Latest!.Value.PlusDays(Days) >= day)
                return false;
            others = true;
        }
        return others;
    }

    // "1:19 One dead after fire 0:43 Mayor speaks": films of other days, with their lengths
    private bool IsList(int sentence)
    {
        var place = _document.Sentences[sentence];
        var text = _document.Text.Chars(place.Span);
        for (var i = 1; i + 4 < text.Length; i++)
        {
            if (text[i] is ':' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && text[i + 3] is ' '
                && char.IsUpper(text[i + 4]) && !text[(i + 4)..].StartsWith("AM", StringComparison.Ordinal) && !text[(i + 4)..].StartsWith("PM", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private bool IsTally(int sentence)
    {
        var place = _document.Sentences[sentence];
        for (var i = place.FirstToken; i < place.EndToken; i++)
        {
            var norm = _document.Tokens[i].Norm;
            var next = i + 1 < place.EndToken ? _document.Tokens[i + 1].Norm : "";
            if (Kind(norm, "tally") || (norm is "so" && next is "far") || (norm is "since" && next.Length == 4 && char.IsAsciiDigit(next[0])))
                return true;
            if (next is "year" && norm is "this" or "last" or "every" or "each" or "per" or "the")
                return true;
            if (norm is "another" or "other" or "different" && Kind(next, "event"))
                return true;
        }
        return false;
    }

    private bool Has(int sentence, string kind)
    {
        var place = _document.Sentences[sentence];
        for (var i = place.FirstToken; i < place.EndToken; i++)
        {
            if (Kind(_document.Tokens[i].Norm, kind))
                return true;
        }
        return false;
    }

    private static bool Kind(string norm, string kind) => Words.Value.TryGetValue(norm, out var row) && Array.IndexOf(row, kind) >= 0;
}
