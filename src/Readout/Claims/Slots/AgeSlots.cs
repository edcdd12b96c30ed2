using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Readout.Annotations;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>How old a page says somebody is.</summary>
internal sealed record AgeSlot(Statement Statement, string Person, int Age);

/// <summary>Compares the ages that pages give one person: people grow a year older in a year.</summary>
internal static partial class AgeSlots
{
    // Years by which two ages must be off what the time between the pages makes of them: a birthday may lie between.
    private const int FewestOff = 2;

    // Characters in which an age stands beside a name: ", 47,", "the 47-year-old ferry captain".
    private const int Beside = 60;

    public static IReadOnlyList<AgeSlot> Read(IReadOnlyList<Statement> statements, EntityIndex index) => [.. statements.SelectMany(s => Read(s, index))];

    private static IEnumerable<AgeSlot> Read(Statement statement, EntityIndex index)
    {
        var document = statement.Document;
        foreach (var mention in Participants.MentionsIn(document, statement.Span))
        {
            if (mention.Form is not (MentionForm.Name or MentionForm.ShortName) || index.Of(document, mention.Entity) is not { Type: EntityType.Person } person)
                continue;
            if (Age(document, statement.Span, mention.Span) is { } age)
                yield return new AgeSlot(statement, person.Id, age);
        }
    }

    /// <summary>The disputes among the slots, one for each person and pair of ages.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<AgeSlot> slots)
    {
        foreach (var person in slots.GroupBy(s => s.Person, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var ages = person.ToList();
            for (var i = 0; i < ages.Count; i++)
            {
                for (var j = i + 1; j < ages.Count; j++)
                {
                    if (AreAtOdds(ages[i], ages[j]))
                    {
                        yield return new Finding(FindingKind.Dispute, DisputeType.Value, ages[i].Statement, Show(ages[i]), ages[j].Statement, Show(ages[j]),
                            "one person, two ages", "age");
                    }
                }
            }
        }
    }

    private static bool AreAtOdds(AgeSlot a, AgeSlot b)
    {
        if (a.Statement.Document.Id == b.Statement.Document.Id || a.Age == b.Age || a.Statement.Document.Anchor.IsUnknown || b.Statement.Document.Anchor.IsUnknown)
            return false;
        var years = Period.DaysBetween(Chronology.SortDay(a.Statement.Document.Anchor), Chronology.SortDay(b.Statement.Document.Anchor)) / 365.25;
        return Math.Abs(b.Age - a.Age - years) >= FewestOff;
    }

    private static int? Age(Document document, Span sentence, Span name)
    {
        var behind = document.Text.Value.AsSpan(name.End, Math.Min(Beside, sentence.End - name.End)).ToString();
        var before = document.Text.Value.AsSpan(Math.Max(sentence.Start, name.Start - Beside), Math.Min(Beside, name.Start - sentence.Start)).ToString();
        var match = Behind().Match(behind);
        if (!match.Success)
            match = Before().Match(before);
        return match.Success && int.TryParse(match.Groups["age"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and < 111 ? age : null;
    }

    private static string Show(AgeSlot slot) => slot.Age.ToString(CultureInfo.InvariantCulture) + " years";

    // ", 47," ", 47, of Orlen"; not ", 47 of whom" nor ", 47 others"
    [GeneratedRegex(@"^(,\s*(aged\s+)?(?<age>\d{1,3})\s*[,.;)]|\s*\((?<age>\d{1,3})\))", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    // "47-year-old ", "the 47-year-old ferry captain "; a comma or a verb between them would start another phrase
    [GeneratedRegex(@"\b(?<age>\d{1,3})-year-old(\s+[a-z-]+){0,3},?\s+((Mr|Mrs|Ms|Dr)\.?\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();
}
