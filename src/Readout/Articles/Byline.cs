namespace Readout.Articles;

/// <summary>A line of authors.</summary>
internal static class Byline
{
    private static readonly string[] Joints = [",", ";", " and ", " & ", " und ", " et ", " y ", " e ", "|", "/", "\n"];

    /// <summary>The names in a byline's value, in order.</summary>
    public static IReadOnlyList<string> Names(string value) =>
        value.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
