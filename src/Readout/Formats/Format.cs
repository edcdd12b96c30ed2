using Readout.Briefs;

namespace Readout.Formats;

/// <summary>How an output is written.</summary>
/// <param name="IncludeText">JSON only: add each document's text, so that spans can be looked up without the pages.</param>
/// <param name="Asked">What the brief was asked for, kept in the JSON document so that it can be made again.</param>
public sealed record FormatOptions(bool IncludeText = false, BriefRequest? Asked = null)
{
    internal BriefRequest Request => Asked ?? BriefRequest.Plain;
}

/// <summary>What besides the pages' bytes decided how a brief came out.</summary>
/// <param name="Brief">The composer's options.</param>
/// <param name="Published">Days the user supplied, by path, in the order of the paths.</param>
public sealed record BriefRequest(BriefOptions Brief, IReadOnlyList<SuppliedDay> Published)
{
    /// <summary>Which members of JSON lists held what, as the user named them; empty where they had their usual names.</summary>
    public string Columns { get; init; } = "";

    /// <summary>Nothing asked for.</summary>
    public static BriefRequest Plain { get; } = new(new BriefOptions(), []);
}

/// <summary>A page's day that the user knew.</summary>
public sealed record SuppliedDay(string Path, NodaTime.LocalDate Day);

/// <summary>Here is a brief: how is it written down? One line per output.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Describes">What it is good for, for the help text.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark; the same brief gives the same bytes.</param>
public sealed record Format(string Name, string Describes, Action<Brief, FormatOptions, Stream> Write)
{
    /// <summary>Every output, the default first.</summary>
    public static IReadOnlyList<Format> All { get; } =
    [
        new("md", "for reading", Markdown.Write),
        new("html", "one file that prints and needs no network", Html.Write),
        new("txt", "without markup, 80 columns", PlainText.Write),
        new("json", "the whole record as one document (docs/readout.schema.json)", Json.Write),
    ];

    /// <summary>The format of that name; null where there is none.</summary>
    public static Format? Named(string name) => All.FirstOrDefault(f => f.Name == name);
}
