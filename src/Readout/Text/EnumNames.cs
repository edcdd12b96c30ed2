using System.Collections.Concurrent;
using System.Text;

namespace Readout.Text;

/// <summary>How the members of an enum are spelled wherever people or programs read them.</summary>
public static class EnumNames
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
}
