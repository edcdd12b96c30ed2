using System.Text;
using System.Text.RegularExpressions;

namespace Readout.Cli.Inputs;

/// <summary>Patterns that the shell left as they are: <c>*</c>, <c>?</c>, <c>[abc]</c>, and <c>**</c> for folders of any depth.</summary>
internal static class Glob
{
    public static bool IsPattern(string argument) => argument.AsSpan().IndexOfAny('*', '?', '[') >= 0;

    /// <summary>Every file and folder that matches, sorted, written as the pattern is.</summary>
    public static IEnumerable<string> Expand(string pattern, string directory)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var start = parts[0].Length == 0 ? "/" : "";
        return Match(start, parts.AsMemory(start.Length), directory).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Match(string prefix, ReadOnlyMemory<string> parts, string directory)
    {
        var part = parts.Span[0];
        var rest = parts[1..];
        var isLast = rest.Length == 0;
        if (part == "**")
        {
            foreach (var match in isLast ? Entries(prefix, directory, "*") : Match(prefix, rest, directory))
                yield return match;
            foreach (var folder in Entries(prefix, directory, "*").Where(e => IsRealFolder(e, directory)))
            {
                foreach (var match in Match(folder + "/", parts, directory))
                    yield return match;
            }
            yield break;
        }
        var found = IsPattern(part) ? Entries(prefix, directory, part) : Exists(prefix + part, directory) ? [prefix + part] : [];
        foreach (var entry in found)
        {
            if (isLast)
            {
                yield return entry;
            }
            else if (Directory.Exists(Path.GetFullPath(entry, directory)))
            {
                foreach (var match in Match(entry + "/", rest, directory))
                    yield return match;
            }
        }
    }

    private static bool Exists(string path, string directory)
    {
        var full = Path.GetFullPath(path.Length == 0 ? "." : path, directory);
        return File.Exists(full) || Directory.Exists(full);
    }

    private static bool IsRealFolder(string path, string directory)
    {
        var info = new DirectoryInfo(Path.GetFullPath(path, directory));
        return info.Exists && info.LinkTarget is null;
    }

    private static IEnumerable<string> Entries(string prefix, string directory, string pattern)
    {
        var folder = new DirectoryInfo(Path.GetFullPath(prefix.Length == 0 ? "." : prefix, directory));
        if (!folder.Exists)
            return [];
        var regex = ToRegex(pattern);
        try
        {
            return folder.EnumerateFileSystemInfos()
                .Select(e => e.Name)
                .Where(n => (pattern[0] == '.' || n[0] != '.') && regex.IsMatch(n))
                .Select(n => prefix + n)
                .Order(StringComparer.Ordinal)
                .ToList();
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static Regex ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var close = pattern[i] == '[' ? pattern.IndexOf(']', i + 1) : -1;
            if (close > i + 1)
            {
                var set = pattern[(i + 1)..close];
                var negated = set[0] is '!' or '^';
                regex.Append(negated ? "[^" : "[").Append(Regex.Escape(negated ? set[1..] : set).Replace("]", "\\]", StringComparison.Ordinal)).Append(']');
                i = close;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape(c.ToString()) });
            }
        }
        return new Regex(regex.Append('$').ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
