using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Store.Searching;

/// <summary>The values of fields that hold one: what may be written, and the condition on a hit.</summary>
internal static partial class FilterValues
{
    private static readonly string[] s_kinds = ["article", "claim", "quotation", "prospect"];

    /// <summary>Whether a hit's number alone answers it.</summary>
    public static bool AsksNumberOnly(Query.Filter filter) => filter.Field is "kind" or "date";

    /// <exception cref="QueryException">The field takes no such value.</exception>
    public static void Check(string field, string value)
    {
        switch (field)
        {
            case "date":
                Days(value);
                break;
            case "independent" when !Bound().IsMatch(value):
                throw new QueryException($"independent: '{value}' is no number; write 2, >=2 or <3.");
            case "disputed" or "new" when value is not ("yes" or "no"):
                throw new QueryException($"{field}: takes yes or no, not '{value}'.");
            case "kind" when !s_kinds.Contains(value, StringComparer.Ordinal):
                throw new QueryException($"kind: '{value}' is none; write one of {string.Join(", ", s_kinds)}.");
            case "status":
                OneOf<ProspectStatus>(field, value);
                break;
            case "modality":
                OneOf<Modality>(field, value);
                break;
        }
    }

    /// <summary>The condition in SQL on the hit <c>h</c>; its values go among the parameters.</summary>
    /// <param name="id">What the hit's number is called.</param>
    /// <param name="visit">When the user last looked, for <c>new:</c>; null for never.</param>
    public static string Condition(Query.Filter filter, string id, DynamicParameters values, string? visit)
    {
        var name = FormattableString.Invariant($"v{values.ParameterNames.Count()}");
        switch (filter.Field)
        {
            case "date":
                // hits lie by their latest day: none before it is looked at
                var days = Days(filter.Value);
                values.Add(name + "a", days.Earliest is { } first ? HitId.FirstOf(first) : HitId.FirstOf(LocalDate.MinIsoValue));
                if (days.Latest is not { } last)
                    return $"{id} >= @{name}a";
                // the signs keep the planner from asking for each side of the OR by itself, without the words
                values.Add(name + "b", HitId.FirstOf(last.PlusDays(1)));
                return $"({id} >= @{name}a AND (+{id} < @{name}b OR +{id} IN (SELECT id FROM hit WHERE days > 0 AND id >= @{name}b AND {HitId.DayOf("id")} - days < {HitId.DayOf("@" + name + "b")})))";
            case "independent":
                var bound = Bound().Match(filter.Value);
                values.Add(name, int.Parse(bound.Groups[2].Value, CultureInfo.InvariantCulture));
                return $"(h.texts {(bound.Groups[1].Length == 0 ? "=" : bound.Groups[1].Value)} @{name})";
            case "disputed":
                return filter.Value == "yes" ? "h.disputed = 1" : "h.disputed = 0";
            case "new":
                values.Add(name, visit ?? "");
                return $"((SELECT seen FROM page WHERE page.id = h.page) {(filter.Value == "yes" ? ">" : "<=")} @{name})";
            case "story":
                values.Add(name, filter.Value);
                return $"EXISTS (SELECT 1 FROM story_page sp WHERE sp.page = h.page AND substr(sp.story, 1, length(@{name})) = @{name})";
            case "kind":
                return HitId.IsKind(id, filter.Value);
            default:
                values.Add(name, filter.Value);
                var column = filter.Field == "lang" ? "language" : filter.Field;
                return $"(h.{column} IN (SELECT id FROM name WHERE value = @{name} COLLATE NOCASE))";
        }
    }

    private static DateRange Days(string value)
    {
        var ends = value.Split("..");
        if (ends.Length > 2 || ends.All(e => e.Length == 0))
            throw NoDays(value);
        var first = ends[0].Length == 0 ? DateRange.Unknown : Period(ends[0]) ?? throw NoDays(value);
        var last = ends.Length == 1 ? first : ends[1].Length == 0 ? DateRange.Unknown : Period(ends[1]) ?? throw NoDays(value);
        return first.Earliest > last.Latest
            ? throw new QueryException($"date: '{value}' ends before it begins.")
            : new DateRange(first.Earliest, last.Latest);
    }

    private static DateRange? Period(string value)
    {
        if (LocalDatePattern.Iso.Parse(value) is { Success: true } day)
            return DateRange.Day(day.Value);
        if (YearMonthPattern.Iso.Parse(value) is { Success: true } month)
            return DateRange.Month(month.Value.Year, month.Value.Month);
        return value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? DateRange.Year(year) : null;
    }

    private static QueryException NoDays(string value) => new($"date: '{value}' is no day or period; write 2025-05-07, 2025-05, 2025, or 2025-01..2025-07.");

    private static void OneOf<T>(string field, string value)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(v => EnumNames.Of(v)).ToList();
        if (!names.Contains(value, StringComparer.Ordinal))
            throw new QueryException($"{field}: '{value}' is none; did you mean '{names.OrderBy(n => EditDistance.Between(n, value)).First()}'? There are {string.Join(", ", names)}.");
    }

    [GeneratedRegex("^(>=|<=|>|<|=|)([0-9]{1,6})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bound();
}
