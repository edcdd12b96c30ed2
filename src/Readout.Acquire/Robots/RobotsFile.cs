using System.Globalization;
using System.Text;

namespace Readout.Acquire;

/// <summary>A site's robots.txt (RFC 9309), read as forgivingly as crawlers do, and what it lets one of them fetch.</summary>
public sealed class RobotsFile
{
    /// <summary>The standard asks for 500 KiB to be read; the rest is left out.</summary>
    public const int MaxBytes = 500 * 1024;

    // As long as any address and its escapes; the rest of a line is left out.
    private const int MaxLine = 2083 * 8;

    private static readonly string[] UserAgent = ["user-agent", "useragent", "user agent"];
    private static readonly string[] Disallow = ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"];
    private static readonly string[] Site = ["sitemap", "site-map"];

    private readonly List<Group> _groups = [];
    private readonly List<string> _sitemaps = [];

    private RobotsFile()
    {
    }

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<RobotsRule> Rules { get; } = [];

        public double? Delay { get; set; }

        public bool IsClosed { get; set; }
    }

    /// <summary>A file that lets everything be fetched.</summary>
    public static RobotsFile Open { get; } = new();

    /// <summary>Where it says that the site's sitemaps are.</summary>
    public IReadOnlyList<string> Sitemaps => _sitemaps;

    /// <summary>Reads a file; whatever it holds, something can be made of it.</summary>
    public static RobotsFile Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        return Read(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxBytes)]));
    }

    /// <summary>Reads a file that is decoded already.</summary>
    public static RobotsFile Read(string text)
    {
        var file = new RobotsFile();
        foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
        {
            var line = text.AsSpan(range);
            file.Line(line[..Math.Min(line.Length, MaxLine)]);
        }
        return file;
    }

    /// <summary>May an address be fetched?</summary>
    /// <param name="agent">The crawler's name: <c>Readout</c>, letters alone. In the file, what follows a name's letters (a version) is left out.</param>
    /// <param name="address">The whole address, or its path.</param>
    public bool Allows(string agent, string address)
    {
        var path = PathOf(address);
        var (allow, disallow) = (-1, -1);
        foreach (var rule in GroupsOf(agent).SelectMany(g => g.Rules))
        {
            if (rule.Allows)
                allow = Math.Max(allow, rule.Match(path));
            else
                disallow = Math.Max(disallow, rule.Match(path));
        }
        // The sharper rule decides; of two as sharp, the one that allows.
        return disallow < 0 || allow >= disallow;
    }

    /// <summary>How long it asks to wait between two fetches; null where it does not. No part of the standard, but widely written.</summary>
    public TimeSpan? Delay(string agent) =>
        GroupsOf(agent).Select(g => g.Delay).FirstOrDefault(d => d is not null) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, 3600)) : null;

    private List<Group> GroupsOf(string agent)
    {
        var own = agent.Length == 0 ? [] : _groups.FindAll(g => g.Agents.Exists(a => Product(a).Equals(agent, StringComparison.OrdinalIgnoreCase)));
        return own.Count > 0 ? own : _groups.FindAll(g => g.Agents.Exists(IsEverybody));
    }

    private static bool IsEverybody(string agent) => agent == "*" || (agent.Length > 1 && agent[0] == '*' && char.IsWhiteSpace(agent[1]));

    private static string Product(string agent)
    {
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
            end++;
        return agent[..end];
    }

    private void Line(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0)
            line = line[..comment];
        line = line.Trim();
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            // "Disallow /private": the colon forgotten between two words.
            colon = line.IndexOfAny(' ', '\t');
            if (colon <= 0 || line[colon..].Trim().IndexOfAny(' ', '\t') >= 0)
                return;
        }
        var key = line[..colon].Trim().ToString().ToLowerInvariant();
        var value = line[(colon + 1)..].Trim().ToString();
        if (Starts(UserAgent, key))
            Agent(value);
        else if (Starts(Disallow, key))
            Rule(false, value);
        else if (key.StartsWith("allow", StringComparison.Ordinal))
            Rule(true, value);
        else if (Starts(Site, key) && value.Length > 0)
            _sitemaps.Add(value);
        else if (key is "crawl-delay" or "crawldelay" && _groups.Count > 0 && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            _groups[^1].Delay = seconds;
    }

    private static bool Starts(string[] names, string key) => Array.Exists(names, n => key.StartsWith(n, StringComparison.Ordinal));

    private void Agent(string agent)
    {
        if (_groups.Count == 0 || _groups[^1].IsClosed)
            _groups.Add(new Group());
        _groups[^1].Agents.Add(agent);
    }

    private void Rule(bool allows, string written)
    {
        if (_groups.Count == 0)
            return;
        _groups[^1].IsClosed = true;
        var pattern = Escaped(written);
        _groups[^1].Rules.Add(new RobotsRule(allows, pattern));
        // Who allows the index page means the folder.
        if (allows && pattern.LastIndexOf('/') is >= 0 and var slash && pattern[slash..].StartsWith("/index.htm", StringComparison.Ordinal))
            _groups[^1].Rules.Add(new RobotsRule(true, pattern[..(slash + 1)] + "$"));
    }

    // Path and query of an address, as they are sent.
    private static string PathOf(string address)
    {
        var start = address.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var protocol = address.IndexOf("://", StringComparison.Ordinal);
        var first = address.AsSpan(start).IndexOfAny('/', '?', ';');
        if (protocol >= 0 && (first < 0 || protocol < first + start))
            start = protocol + 3;
        var path = address.AsSpan(start).IndexOfAny('/', '?', ';');
        if (path < 0)
            return "/";
        var rest = address[(start + path)..];
        var fragment = rest.IndexOf('#');
        rest = fragment < 0 ? rest : rest[..fragment];
        return rest.Length > 0 && rest[0] == '/' ? rest : "/" + rest;
    }

    // Escapes are compared in capitals, and letters beyond ASCII as escapes.
    private static string Escaped(string pattern)
    {
        if (Ascii.IsValid(pattern) && !pattern.Contains('%', StringComparison.Ordinal))
            return pattern;
        var escaped = new StringBuilder(pattern.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(pattern))
        {
            if (b >= 0x80)
                escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            else
                escaped.Append((char)b);
        }
        for (var i = 0; i + 2 < escaped.Length; i++)
        {
            if (escaped[i] != '%' || !char.IsAsciiHexDigit(escaped[i + 1]) || !char.IsAsciiHexDigit(escaped[i + 2]))
                continue;
            escaped[i + 1] = char.ToUpperInvariant(escaped[i + 1]);
            escaped[i + 2] = char.ToUpperInvariant(escaped[i + 2]);
        }
        return escaped.ToString();
    }
}
