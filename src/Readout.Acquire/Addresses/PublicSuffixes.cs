using System.Globalization;

namespace Readout.Acquire;

/// <summary>
/// Under which suffixes anybody can register a name (<c>co.uk</c>): whether two hosts belong to one owner. The list
/// (publicsuffix.org) is read from a file that the user has; none is shipped.
/// </summary>
public sealed class PublicSuffixes
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);

    private PublicSuffixes()
    {
    }

    /// <summary>Reads the list as it is published.</summary>
    public static PublicSuffixes Read(TextReader list)
    {
        var suffixes = new PublicSuffixes();
        while (list.ReadLine() is { } line)
        {
            var rule = line.Trim().Split(' ', '\t')[0];
            if (rule.Length == 0 || rule.StartsWith("//", StringComparison.Ordinal))
                continue;
            if (rule[0] == '!')
                suffixes._exceptions.Add(Ascii(rule[1..]) ?? rule[1..]);
            else
                suffixes._rules.Add(rule.StartsWith("*.", StringComparison.Ordinal) ? "*." + (Ascii(rule[2..]) ?? rule[2..]) : Ascii(rule) ?? rule);
        }
        return suffixes;
    }

    /// <summary>The name that somebody registered, with its suffix: <c>news.orlen.co.uk</c> gives <c>orlen.co.uk</c>. Null for a suffix itself, and for what is no name. As written, but for case.</summary>
    public string? Registrable(string host)
    {
        var written = host.Trim().TrimEnd('.').ToLowerInvariant();
        if (Ascii(written) is not { } name || name.Length == 0 || name[0] == '.' || name.Contains("..", StringComparison.Ordinal))
            return null;
        var labels = name.Split('.');
        var suffix = SuffixLength(labels);
        return labels.Length <= suffix ? null : string.Join('.', written.Split('.')[^(suffix + 1)..]);
    }

    // The longest rule decides; an exception gives way by one; without a rule the last label is the suffix.
    private int SuffixLength(string[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var rest = string.Join('.', labels[i..]);
            if (_exceptions.Contains(rest))
                return labels.Length - i - 1;
            if (_rules.Contains(rest))
                return labels.Length - i;
            if (i + 1 < labels.Length && _rules.Contains("*." + string.Join('.', labels[(i + 1)..])))
                return labels.Length - i;
        }
        return 1;
    }

    private static string? Ascii(string name)
    {
        try
        {
            return Idn.GetAscii(name.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
