using System.Text;

namespace Readout.Formats;

/// <summary>Printed words count a run of white space as one space; the spans keep the page's own.</summary>
internal static class WhiteSpace
{
    /// <summary>The words with single spaces between them and none around.</summary>
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd(' ');
    }
}
