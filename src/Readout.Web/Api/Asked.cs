using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Briefs;
using Readout.Claims;
using Readout.Text;

namespace Readout.Web.Api;

/// <summary>What part of a story's record is asked for: the options of the command line's verbs, by the same names.</summary>
internal sealed record Asked(BriefOptions Options, bool IncludeText)
{
    /// <summary>Nothing but what the kept record holds. That has the chosen days of the timeline, not all.</summary>
    public bool IsPlain => !IncludeText && Options.Report != Report.Timeline && Options is { AsOf: null, MaxSentences: 0, Since: null } && Options.Filter == LedgerFilter.None;

    /// <summary>Reads the query.</summary>
    /// <exception cref="ApiException">A value is none; the message says how to write it.</exception>
    public static ValueTask<Asked> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        var filter = new LedgerFilter(
            Text(query, "about"), Text(query, "by"), Day(query, "from"), Day(query, "to"), Named<DisputeType>(query, "type"), Named<QuotationForm>(query, "form"),
            Named<ProspectStatus>(query, "status"), Number(query, "speakers"), Flag(query, "disputed"));
        if (filter.From > filter.To)
            throw new ApiException(StatusCodes.Status400BadRequest, "from lies after to; nothing can lie between.");
        return ValueTask.FromResult(new Asked(new BriefOptions(Day(query, "as_of"), Number(query, "max_sentences")) { Filter = filter, Since = Day(query, "since") }, Flag(query, "include_text")));
    }

    public static LocalDate? Day(IQueryCollection query, string name) => Text(query, name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw Wrong(name, text, "no day; write it as 2025-05-07");

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text
        ? text.Length <= 1000 ? text : throw new ApiException(StatusCodes.Status400BadRequest, $"{name}: it is longer than 1,000 characters.")
        : null;

    private static int Number(IQueryCollection query, string name) => Text(query, name) is not { } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, text, "no number from 0 up");

    private static bool Flag(IQueryCollection query, string name) => Text(query, name) switch
    {
        null or "false" => false,
        "true" => true,
        { } text => throw Wrong(name, text, "neither true nor false"),
    };

    private static T? Named<T>(IQueryCollection query, string name)
        where T : struct, Enum
    {
        if (Text(query, name) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (EnumNames.Of(value) == text)
                return value;
        }
        throw Wrong(name, text, "none; write one of " + string.Join(", ", Enum.GetValues<T>().Select(v => EnumNames.Of(v))));
    }

    private static ApiException Wrong(string name, string text, string what) => new(StatusCodes.Status400BadRequest, $"{name}: '{text}' is {what}.");
}
