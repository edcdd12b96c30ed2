using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>A number with what it counts, for whom, and in which window.</summary>
/// <param name="EventClass">Class of the event counted or of the predicate nearest to the number; null where there is none.</param>
/// <param name="Owners">Entities of the clause that the number may belong to.</param>
/// <param name="Window">Days the number covers; unknown where none are named.</param>
/// <param name="IsGrowing">The window is open towards the present ("since January", "so far", "this year").</param>
/// <param name="Measure">What it is the value of; null where no tree tells.</param>
internal sealed record QuantitySlot(
    Statement Statement, Quantity Quantity, string? EventClass, IReadOnlyList<string> Owners, DateRange Window, bool IsGrowing, Measure? Measure)
{
    // What is counted up and never down.
    private static readonly HashSet<string> Tolls = new(StringComparer.Ordinal) { "kill", "injure", "rescue", "damage", "charge", Sickness.Class };

    // What is counted as it stands, and goes up and down.
    private static readonly HashSet<string> Levels = new(StringComparer.Ordinal) { "missing", "evacuate" };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "person", "people", "worker", "employee", "resident", "passenger", "man", "woman", "child", "civilian", "villager", "student", "miner", "patient",
        "fan", "protester", "demonstrator", "supporter", "visitor", "guest", "member", "soldier", "migrant", "refugee", "inhabitant", "traveller", "spectator",
        "marcher", "attendee", "participant", "bather", "tourist", "holidaymaker", "onlooker", "commuter", "customer", "reveller",
    };

    // Offers, prices and levels are set anew: another value on another day is no contradiction.
    private static readonly string[] MovingWords = ["#propose", .. ((string[])["offer", "bid", "price", "rate", "level", "share", "stock", "odds", "temperature", "forecast"]).Select(Stems.Of)];

    private static readonly string[] MarketWords = [.. ((string[])["share", "stock", "price", "index", "bond", "eurobond", "coupon", "yield"]).Select(Stems.Of)];

    /// <summary>Whom its page names.</summary>
    public required PageNames Page { get; init; }

    /// <summary>No other number of its sentence has its unit or counts the same.</summary>
    public bool IsOnly { get; init; }

    /// <summary>No other number of its sentence is of its kind (<see cref="Key"/>).</summary>
    public bool IsAlone { get; init; }

    /// <summary>Stems of what is set anew that the sentence speaks of: an offer, a price.</summary>
    public IReadOnlySet<string> Moving => _moving ??= MovingWords.Where(Statement.Terms.Contains).ToHashSet(StringComparer.Ordinal);

    private IReadOnlySet<string>? _moving;

    /// <summary>Counted up and never down: the dead, the rescued.</summary>
    public bool IsToll => EventClass is { } counted && Tolls.Contains(counted);

    /// <summary>Counted as it stands, up and down: the missing.</summary>
    public bool IsLevel => EventClass is { } counted && Levels.Contains(counted);

    /// <summary>Counted occasions: meetings and talks go by one name.</summary>
    public bool IsMeeting => EventClass is "meet" or "talk";

    /// <summary>Only numbers of one kind can differ: the unit, else the event or the thing counted.</summary>
    public string Key => this switch
    {
        { Quantity.Unit: { } unit } => "u:" + Dimensions.Of(unit).Name,
        { IsMeeting: true } => "e:meet",
        _ when IsToll || IsLevel => "e:" + EventClass,
        _ => "o:" + Kind(Quantity.Of),
    };

    /// <summary>The thing counted, all sorts of people taken together.</summary>
    public static string? Kind(string? of) => of is not null && People.Contains(of) ? "person" : of;

    /// <summary>It tells how shares or prices stood.</summary>
    public bool IsOfMarket => Array.Exists(MarketWords, Statement.Terms.Contains) && Quantity.Unit is not null;

    /// <summary>A value that is set anew: another on another day is no contradiction.</summary>
    public bool Moves => Array.Exists(MovingWords, Statement.Terms.Contains) || IsLevel || SpeaksOfNow(Statement);

    // "now", "at present", "still": how things stand on that day.
    private static bool SpeaksOfNow(Statement statement)
    {
        var tokens = statement.Document.Tokens;
        for (var i = statement.Sentence.FirstToken; i < statement.Sentence.EndToken; i++)
        {
            if (tokens[i].Norm is "now" or "currently" or "still" or "remain" or "remains" or "meanwhile" || (tokens[i].Norm == "present" && i > 0 && tokens[i - 1].Norm == "at"))
                return true;
        }
        return false;
    }
}

/// <summary>Whom a page names.</summary>
/// <param name="Named">Ids of all entities.</param>
/// <param name="Main">Ids of those that it names most.</param>
internal sealed record PageNames(IReadOnlySet<string> Named, IReadOnlyList<string> Main)
{
    private const int MostMain = 5;

    private readonly Dictionary<string, bool> _written = new(StringComparer.Ordinal);

    public required Document Document { get; init; }

    public required EntityIndex Index { get; init; }

    public static PageNames Of(Document document, EntityIndex index)
    {
        var counts = document.Mentions.Select(m => index.Of(document, m.Entity)?.Id).OfType<string>().CountBy(id => id, StringComparer.Ordinal).ToList();
        return new PageNames(
            counts.Select(c => c.Key).ToHashSet(StringComparer.Ordinal),
            [.. counts.OrderByDescending(c => c.Value).ThenBy(c => index.NameOf(c.Key), StringComparer.Ordinal).Take(MostMain).Select(c => c.Key)])
        {
            Document = document,
            Index = index,
        };
    }

    /// <summary>The page names somebody, or has the name's words at least: what stands once, first in a sentence, is not always taken for a name.</summary>
    public bool Knows(string entity)
    {
        if (Named.Contains(entity))
            return true;
        if (!_written.TryGetValue(entity, out var written))
            _written[entity] = written = Index.NameOf(entity) is { Length: > 0 } name && IsWritten(name);
        return written;
    }

    private bool IsWritten(string name)
    {
        var text = Document.Text.Value;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length])))
                return true;
        }
        return false;
    }
}
