using System.Globalization;
using System.Text.RegularExpressions;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Store.Corrections;

/// <summary>Gives a quotation the speaker that somebody named.</summary>
public static partial class SpeakerCorrection
{
    public const string Rule = "correction";

    /// <summary>How a quotation is written as a target.</summary>
    public static string Target(string sha256, int start, int end) => FormattableString.Invariant($"{sha256}#char={start},{end}");

    public static Document Apply(Document document, string target, string speaker)
    {
        if (Place().Match(target) is not { Success: true } place)
            return document;
        Span extent;
        try
        {
            extent = document.Text.FromCodePoints(Number(place.Groups[1]), Number(place.Groups[2]));
        }
        catch (ArgumentOutOfRangeException)
        {
            return document;
        }
        var at = document.Quotations.ToList().FindIndex(q => q.Extent == extent);
        if (at < 0)
            return document;
        var (entities, entity) = Entity(document, speaker);
        var quotations = document.Quotations.ToArray();
        quotations[at] = quotations[at] with { Speaker = entity, SpeakerSpan = null, Rule = Rule };
        return document with { Quotations = quotations, Entities = entities };
    }

    // by a name that the page itself uses; else somebody the page does not name
    private static (IReadOnlyList<PageEntity> Entities, int Index) Entity(Document document, string name)
    {
        var named = document.Mentions.FirstOrDefault(m => m.Form is MentionForm.Name or MentionForm.Acronym && document.Text.Chars(m.Span).Equals(name, StringComparison.OrdinalIgnoreCase));
        var known = named?.Entity ?? document.Entities.ToList().FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        return known >= 0
            ? (document.Entities, known)
            : ([.. document.Entities, new PageEntity(name, EntityType.Person, null, [], [], null)], document.Entities.Count);
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("#char=([0-9]{1,9}),([0-9]{1,9})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
