namespace Readout.Pages;

/// <summary>
/// Dates in the data that scripts carry: "publishedAt": "2023-05-09T08:00:00Z". Pages that a script builds in the
/// browser often state their day nowhere else. Read only where the markup states none.
/// </summary>
internal static class ScriptDates
{
    private const int MaxDays = 3;
    private const int MaxSeen = 200;
    private const int MaxKey = 40;

    /// <summary>Writes the days that the scripts' data call the day of publication, if they are few.</summary>
    public static void Write(IEnumerable<string> scripts, PageWriter writer)
    {
        var days = new List<(string Label, string Value)>();
        foreach (var script in scripts)
        {
            Find(script, days);
            if (days.Count > MaxDays)
                return;     // the data of a list of articles
        }
        foreach (var (label, value) in days)
            writer.Line("script", "datepublished", "script." + label, value);
    }

    private static void Find(string script, List<(string Label, string Value)> days)
    {
        var at = 0;
        for (var seen = 0; seen < MaxSeen && days.Count <= MaxDays; seen++)
        {
            at = script.IndexOf("ubli", at, StringComparison.Ordinal);
            if (at < 0)
                return;
            var (start, end) = Key(script, at);
            at = end;
            if (end - start > MaxKey || MetaNames.Read(script[start..end].ToLowerInvariant()) is not (MetaDate.Publication or MetaDate.Published))
                continue;
            var value = Value(script, end);
            if (value.Length > 0 && !days.Exists(d => d.Value.AsSpan(0, 10).SequenceEqual(value.AsSpan(0, 10))))
                days.Add((script[start..end], value));
        }
    }

    private static (int Start, int End) Key(string script, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && IsKey(script[start - 1]) && at - start <= MaxKey)
            start--;
        while (end < script.Length && IsKey(script[end]) && end - at <= MaxKey)
            end++;
        return (start, end);
    }

    // The value in quotes behind the colon, its quotes escaped or not; empty unless it begins as an ISO day does.
    private static string Value(string script, int at)
    {
        while (at < script.Length && script[at] is '"' or '\'' or '\\' or ' ')
            at++;
        if (at >= script.Length || script[at] is not (':' or '='))
            return "";
        at++;
        while (at < script.Length && script[at] is '"' or '\'' or '\\' or ' ')
            at++;
        var end = at;
        while (end < script.Length && end - at < 30 && script[end] is not ('"' or '\'' or '\\' or ',' or '}' or '<'))
            end++;
        var value = script.AsSpan(at, end - at);
        return value.Length >= 10 && value[4] == '-' && value[7] == '-' && char.IsAsciiDigit(value[0]) && char.IsAsciiDigit(value[9]) ? value.ToString() : "";
    }

    private static bool IsKey(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
