namespace Readout.Articles;

/// <summary>A line of authors.</summary>
internal static class Byline
{
    /// <summary>The names in a byline's value, in order.</summary>
    public static IReadOnlyList<string> Names(string value) =>
        value.Split([",", ";", " and ", " & ", " und ", " et ", " y ", "|"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
