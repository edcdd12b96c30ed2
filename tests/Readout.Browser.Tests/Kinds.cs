using System.Text.RegularExpressions;

namespace Readout.Browser.Tests;

/// <summary>One address of every kind of page that a site has, found by following its links.</summary>
internal static partial class Kinds
{
    // What no link leads to while nothing is wrong.
    private static readonly string[] s_others = ["/nothing-here", "/search?q=colour%3Ared", "/account"];

    /// <summary>Follows links until no new kind of page turns up.</summary>
    public static async Task<IReadOnlyList<string>> Of(string site, int each = 1)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site) };
        var (kinds, seen, open) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal) { "/" }, new Queue<string>(["/", "/desk", "/search?q=the"]));
        while (open.TryDequeue(out var address))
        {
            var kind = Kind(address);
            if (kinds.TryGetValue(kind, out var known) && known.Count >= each)
                continue;
            (known ?? (kinds[kind] = [])).Add(address);
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            // an outlet that a page calls by nothing but punctuation is in no index of words
            if (answer.StatusCode == System.Net.HttpStatusCode.NotFound && address.StartsWith("/outlets?name=", StringComparison.Ordinal) && !Uri.UnescapeDataString(address[14..]).Any(char.IsLetterOrDigit))
            {
                kinds[kind].Remove(address);
                continue;
            }
            answer.IsSuccessStatusCode.ShouldBeTrue($"a link leads to {address}, which answers {answer.StatusCode}");
            var html = await answer.Content.ReadAsStringAsync();
            foreach (var link in Link().Matches(html).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)).Where(l => !l.StartsWith("/v1", StringComparison.Ordinal)))
            {
                if (seen.Add(link))
                    open.Enqueue(link);
            }
        }
        return [.. kinds.Values.SelectMany(k => k), .. s_others];
    }

    // Ids, numbers and what is asked for are left out.
    private static string Kind(string address)
    {
        var parts = address.Split('?');
        var path = Id().Replace(parts[0], "/ID");
        return parts.Length == 1 ? path : path + "?" + string.Join('&', parts[1].Split('&').Select(q => q.Split('=')[0]));
    }

    [GeneratedRegex("<a [^>]*?href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("/([a-z]?[0-9a-f]{6,64}|[0-9]+-[0-9]+)(?=/|$)")]
    private static partial Regex Id();
}
