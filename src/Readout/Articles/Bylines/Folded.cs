using System.Globalization;
using System.Text;

namespace Readout.Articles.Bylines;

/// <summary>Names without case and accents, for comparing them.</summary>
internal static class Folded
{
    /// <summary>Lower-case letters and digits alone, accents left out.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    /// <summary>True for two ways to write one person's name: "A. Moll", "Ada Moll", "Ada Maria Moll".</summary>
    public static bool IsSamePerson(string a, string b)
    {
        if (Plain(a) == Plain(b))
            return true;
        var (x, y) = (Words(a), Words(b));
        if (x.Length < 2 || y.Length < 2 || x[^1] != y[^1])
            return false;
        return x[0] == y[0] || (x[0].Length == 1 || y[0].Length == 1) && x[0][0] == y[0][0];
    }

    private static string[] Words(string name) =>
        [.. name.Split([' ', '\u00a0', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => Plain(w)).Where(w => w.Length > 0)];
}
