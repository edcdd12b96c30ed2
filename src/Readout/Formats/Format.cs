using Readout.Briefs;

namespace Readout.Formats;

/// <summary>What a reader of the output asked for.</summary>
/// <param name="IncludeText">JSON only: add each document's text, so that spans can be looked up without the pages.</param>
public sealed record FormatOptions(bool IncludeText = false);

/// <summary>Here is a brief: how is it written down? One line per output.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="Describes">What it is good for, for the help text.</param>
/// <param name="Write">Writes UTF-8 without a byte order mark; the same brief gives the same bytes.</param>
public sealed record Format(string Name, string Describes, Action<Brief, FormatOptions, Stream> Write)
{
    /// <summary>Every output, the default first.</summary>
    public static IReadOnlyList<Format> All { get; } =
    [
        new("json", "the whole record as one document (docs/readout.schema.json)", Json.Write),
    ];

    /// <summary>The format of that name; null where there is none.</summary>
    public static Format? Named(string name) => All.FirstOrDefault(f => f.Name == name);
}
