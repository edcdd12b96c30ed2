using Readout.Pages;

namespace Readout.Acquire;

/// <summary>When are two addresses one page? Where their keys are equal. A key is for comparing; only the address itself can be fetched.</summary>
public static class AddressKey
{
    // What tells a site where a reader came from, and nothing of the page.
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "cmpid", "cmp", "ocid",
        "icid", "ncid", "ito", "smid", "sref", "_ga", "_gl", "vero_id", "oly_enc_id", "oly_anon_id", "rb_clickid", "s_cid", "spm", "wt_mc", "at_medium", "at_campaign", "xtor", "guccounter", "guce_referrer", "guce_referrer_sig", "__twitter_impression", "amp",
    };

    private static readonly string[] TrackingStarts = ["utm_", "pk_", "mtm_", "piwik_", "hsa_", "__hs", "_hs", "ns_", "at_custom"];

    /// <summary>The key; null for what is no address of a page. Protocol, "www.", last slash, fragment, order of parameters and what only tracks readers make no difference.</summary>
    public static string? Of(string address)
    {
        if (WebAddress.Resolve(null, address.Trim()) is not { } whole || !WebAddress.IsWeb(whole) || !Uri.TryCreate(whole, UriKind.Absolute, out var uri))
            return null;
        var host = uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        if (host.StartsWith("www.", StringComparison.Ordinal))
            host = host[4..];
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var path = Plain(uri.AbsolutePath).TrimEnd('/');
        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)).Select(Plain).Order(StringComparer.Ordinal);
        var query = string.Join('&', parameters);
        return host + port + path + (query.Length > 0 ? "?" + query : "");
    }

    private static bool IsTracking(string parameter)
    {
        var equals = parameter.IndexOf('=');
        var name = equals < 0 ? parameter : parameter[..equals];
        return Tracking.Contains(name) || Array.Exists(TrackingStarts, s => name.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }

    // Letters, digits and "-._~" mean the same escaped or not (RFC 3986, section 6.2.2).
    private static string Plain(string part)
    {
        if (!part.Contains('%', StringComparison.Ordinal))
            return part;
        var plain = new System.Text.StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '%' || i + 2 >= part.Length || !char.IsAsciiHexDigit(part[i + 1]) || !char.IsAsciiHexDigit(part[i + 2]))
            {
                plain.Append(part[i]);
                continue;
            }
            var code = (char)Convert.ToByte(part.Substring(i + 1, 2), 16);
            if (char.IsAsciiLetterOrDigit(code) || code is '-' or '.' or '_' or '~')
                plain.Append(code);
            else
                plain.Append(part[i..(i + 3)].ToUpperInvariant());
            i += 2;
        }
        return plain.ToString();
    }
}
