using System.Globalization;
using System.Text;

namespace Readout.Origins;

/// <summary>Compares names of outlets and agencies as people write them.</summary>
internal static class OutletNames
{
    /// <summary>True where two names stand for one outlet: the same words without "the", case and accents, or one the initials of the other.</summary>
    public static bool Same(string a, string b)
    {
        var x = Fold(a);
        var y = Fold(b);
        return x.Length > 0 && (x == y || IsInitials(a, y) || IsInitials(b, x));
    }

    /// <summary>Lower case without accents, punctuation and a leading "the".</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        var text = folded.ToString().TrimEnd();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }

    private static bool IsInitials(string acronym, string foldedName)
    {
        if (acronym.Length is < 2 or > 6 || !acronym.All(char.IsUpper))
            return false;
        var words = foldedName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var initials = string.Concat(words.Where(w => w is not ("of" or "and")).Select(w => w[0]));
        return words.Length >= 2 && string.Equals(initials, acronym, StringComparison.OrdinalIgnoreCase);
    }
}
