namespace Readout.Acquire;

/// <summary>A rule of a robots file: a path may or may not be fetched. A star stands for anything, a dollar for the end.</summary>
internal readonly record struct RobotsRule(bool Allows, string Pattern)
{
    /// <summary>How sharply it matches a path: its length; -1 where it doesn't.</summary>
    public int Match(string path)
    {
        if (Pattern.Length == 0)
            return -1;
        var matches = Pattern.AsSpan().IndexOfAny('*', '$') < 0 ? path.StartsWith(Pattern, StringComparison.Ordinal) : Matches(path, Pattern);
        return matches ? Pattern.Length : -1;
    }

    // All ends that the pattern can have reached; linear in the path for each star.
    private static bool Matches(string path, string pattern)
    {
        var at = new bool[path.Length + 1];
        at[0] = true;
        for (var p = 0; p < pattern.Length; p++)
        {
            var c = pattern[p];
            if (c == '$' && p + 1 == pattern.Length)
                return at[path.Length];
            if (c == '*')
            {
                var first = Array.IndexOf(at, true);
                Array.Fill(at, true, first, at.Length - first);
                continue;
            }
            var any = false;
            for (var i = path.Length; i > 0; i--)
            {
                at[i] = at[i - 1] && path[i - 1] == c;
                any |= at[i];
            }
            at[0] = false;
            if (!any)
                return false;
        }
        return true;
    }
}
