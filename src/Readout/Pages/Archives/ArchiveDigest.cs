using System.Security.Cryptography;

namespace Readout.Pages.Archives;

/// <summary>Do a record's bytes bear out the digests in its head? (<c>sha1:</c> and its like in Base32, Base64 or hex.)</summary>
internal static class ArchiveDigest
{
    /// <summary>Null where no digest is stated that can be checked.</summary>
    public static bool? Holds(IReadOnlyDictionary<string, string> fields, ReadOnlySpan<byte> block, ReadOnlySpan<byte> payload)
    {
        bool? holds = null;
        if (fields.GetValueOrDefault("warc-block-digest") is { } ofBlock)
            holds = Holds(ofBlock, block);
        if (fields.GetValueOrDefault("warc-payload-digest") is { } ofPayload && fields.GetValueOrDefault("warc-type") is not "revisit" && Holds(ofPayload, payload) is { } payloadHolds)
            holds = holds is not false && payloadHolds;
        return holds;
    }

    private static bool? Holds(string stated, ReadOnlySpan<byte> bytes)
    {
        var colon = stated.IndexOf(':');
        if (colon < 0)
            return null;
        var digest = stated[(colon + 1)..];
#pragma warning disable CA5350, CA5351 // archives state these; nothing is protected by them
        byte[]? hash = stated[..colon].ToLowerInvariant().Replace("-", "", StringComparison.Ordinal) switch
        {
            "sha1" => SHA1.HashData(bytes),
            "md5" => MD5.HashData(bytes),
            "sha256" => SHA256.HashData(bytes),
            "sha512" => SHA512.HashData(bytes),
            _ => null,
        };
#pragma warning restore CA5350, CA5351
        if (hash is null)
            return null;
        var base64 = Convert.ToBase64String(hash);
        return digest.TrimEnd('=').Equals(Base32(hash), StringComparison.OrdinalIgnoreCase)
            || digest == base64 || digest == base64.Replace('+', '-').Replace('/', '_')
            || digest.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
    }

    private static string Base32(byte[] bytes)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new System.Text.StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var b in bytes)
        {
            (bits, held) = ((bits << 8) | b, held + 8);
            for (; held >= 5; held -= 5)
                text.Append(Letters[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }
        return held > 0 ? text.Append(Letters[(bits << (5 - held)) & 31]).ToString() : text.ToString();
    }
}
