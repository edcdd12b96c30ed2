using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Tests.Annotations.Times;

/// <summary>A result that a case of the Recognizers specifications expects.</summary>
/// <param name="Kind">date, daterange, time, timerange, datetime, datetimerange, duration or set.</param>
/// <param name="Values">Its readings, past and future: TIMEX, value, start and end as they are written.</param>
internal sealed record SpecResult(string Kind, Span Span, IReadOnlyList<(string Timex, string? Value, string? Start, string? End, string? Mod)> Values);

/// <summary>A case: a sentence, the day it is read on, what is to be found.</summary>
internal sealed record SpecCase(int Number, string Input, LocalDate? Reference, IReadOnlyList<SpecResult> Results);

/// <summary>Reads the cases of microsoft/Recognizers-Text (MIT) and compares them with TIMEX3 as Readout gives it.</summary>
internal static class RecognizersSpecs
{
    public static IReadOnlyList<SpecCase> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var json = JsonDocument.Parse(plain);
        return [.. json.RootElement.EnumerateArray().Select((c, i) => Case(c, i))];
    }

    private static SpecCase Case(JsonElement c, int number)
    {
        LocalDate? reference = c.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at)
            ? LocalDatePattern.Iso.Parse(at.GetString()![..10]).Value
            : null;
        var results = c.GetProperty("Results").EnumerateArray().Where(r => r.TryGetProperty("TypeName", out _)).Select(Result);
        return new(number, c.GetProperty("Input").GetString()!, reference, [.. results]);
    }

    private static SpecResult Result(JsonElement r)
    {
        var values = r.TryGetProperty("Resolution", out var resolution) && resolution.ValueKind is JsonValueKind.Object
            ? resolution.GetProperty("values").EnumerateArray().Select(v => (Text(v, "timex") ?? "", Text(v, "value"), Text(v, "start"), Text(v, "end"), Text(v, "Mod"))).ToList()
            : [];
        return new(
            r.GetProperty("TypeName").GetString()!.Split('.')[^1],
            new Span(r.GetProperty("Start").GetInt32(), r.GetProperty("End").GetInt32() + 1),
            values);
    }

    private static string? Text(JsonElement v, string name) => v.TryGetProperty(name, out var text) ? text.GetString() : null;

    /// <summary>True where one of the times, or a range of two, says what is expected at its place.</summary>
    public static bool Meets(SpecResult expected, IReadOnlyList<TimeExpression> times) =>
        times.Any(t => t.Span.Overlaps(expected.Span) && expected.Values.Any(v => Same(expected.Kind, v, t)))
        || (expected.Kind is "daterange" && expected.Values.Any(v => Spans(v, [.. times.Where(t => t.Span.Overlaps(expected.Span) && !t.Range.IsUnknown)])));

    // "from 2014 to 2018" ends for them where 2018 begins.
    private static bool Spans((string Timex, string? Value, string? Start, string? End, string? Mod) v, List<TimeExpression> ends) =>
        ends.Count > 1 && Iso(ends[0].Range.Earliest) == v.Start && Iso(ends[^1].When.Earliest) == v.End;

    private static bool Same(string kind, (string Timex, string? Value, string? Start, string? End, string? Mod) v, TimeExpression time)
    {
        if (time.Value is not { } value)
            return false;
        switch (kind)
        {
            case "date":
                return time.Type is TimexType.Date && (value == v.Timex || value == v.Value || (time.When.IsDay && Iso(time.When.Earliest) == v.Value) || Offset(time, v.Value));
            case "datetime":
                return time.Type is TimexType.Time && (Clock(value) == Clock(v.Timex) || Clock(value) == Clock(v.Value)) && v.Value is { } at && at.StartsWith(value[..10], StringComparison.Ordinal);
            case "time":
                return time.Type is TimexType.Time && Clock(value) == Clock(v.Timex);
            case "duration":
                return time.Type is TimexType.Duration && value == v.Timex;
            case "set":
                return time.Type is TimexType.Set && value == v.Timex;
            case "daterange":
                if (time.Type is not TimexType.Date and not TimexType.Duration)
                    return false;
                // before, after, since: the open side is the preposition's
                if (v.Mod is "before" or "until" or "after" or "since")
                    return value == v.Timex || (v.Start is not null && Iso(time.When.Earliest) == v.Start) || (v.End is not null && Iso(time.When.Earliest) == v.End);
                return value == v.Timex || Covers(time.Range, v) || Covers(time.When, v);
            case "datetimerange":
                return time.Type is TimexType.Time && value == v.Timex;
            default:
                return time.Type is TimexType.Time && value.EndsWith(v.Timex, StringComparison.Ordinal);
        }
    }

    // "two months ago" is a month for us, a day for them.
    private static bool Offset(TimeExpression time, string? day) =>
        time.Rule.StartsWith("offset", StringComparison.Ordinal) && day is { Length: 10 } && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date } && time.When.IsBounded && time.When.Contains(DateRange.Day(date));

    // Their ranges end before their last day or with it, as the words ask; ours end with it.
    private static bool Covers(DateRange when, (string Timex, string? Value, string? Start, string? End, string? Mod) v) =>
        when.IsBounded && Iso(when.Earliest) == v.Start && v.End is { } end && (Iso(when.Latest) == end || Iso(when.Latest!.Value.PlusDays(1)) == end);

    private static string? Iso(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>Minutes of the day of "T9", "T09:30" or "2019-01-01 09:30:00".</summary>
    private static int? Clock(string? text)
    {
        var at = text?.IndexOfAny(['T', ' ']) ?? -1;
        if (at < 0)
            return null;
        var parts = text![(at + 1)..].Split(':');
        return int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? (hour * 60) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0)
            : null;
    }
}
