using System.Collections.Concurrent;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Annotations;
using Readout.Text;

namespace Readout.Formats;

/// <summary>How enum members and dates are spelled in exports.</summary>
internal static class JsonNames
{
    private static readonly ConcurrentDictionary<Enum, string> Kebab = new();

    /// <summary>Kebab case: <c>NotYet</c> is <c>not-yet</c>.</summary>
    public static string Of(Enum value) => Kebab.GetOrAdd(value, static v =>
    {
        var name = v.ToString();
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]))
                text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    });

    /// <summary>TIMEX3 spells its types in capitals.</summary>
    public static string Of(TimexType type) => type.ToString().ToUpperInvariant();

    public static string? Day(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;

    /// <summary>A day, or the two ends of an interval with <c>..</c> between them, an open end empty.</summary>
    public static string? Range(DateRange range) => range.IsUnknown ? null : range.ToString();
}
