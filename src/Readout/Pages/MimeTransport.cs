using System.Text;
using System.Text.RegularExpressions;

namespace Readout.Pages;

/// <summary>Undoes what messages do to bytes that mail could not carry: quoted-printable, base64, encoded words in headers.</summary>
internal static partial class MimeTransport
{
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var output = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '=')
            {
                output[length++] = bytes[i];
                continue;
            }
            // An equals sign at a line's end joins the next line; before anything but two digits it stands for itself.
            var rest = bytes[(i + 1)..];
            var blanks = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
            var end = blanks < 0 ? rest : rest[blanks..];
            if (end.IsEmpty || end[0] == '\n' || end.StartsWith("\r\n"u8))
                i += rest.Length - end.Length + (end.IsEmpty ? 0 : end[0] == '\n' ? 1 : 2);
            else if (rest.Length >= 2 && char.IsAsciiHexDigit((char)rest[0]) && char.IsAsciiHexDigit((char)rest[1]))
                (output[length++], i) = ((byte)(Hex(rest[0]) * 16 + Hex(rest[1])), i + 2);
            else
                output[length++] = bytes[i];
        }
        return output[..length];
    }

    /// <summary>Characters that base64 doesn't use are passed over; what is left over at a damaged end is dropped.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        var output = new byte[bytes.Length / 4 * 3 + 3];
        var (length, bits, count) = (0, 0, 0);
        foreach (var b in bytes)
        {
            var value = (char)b switch
            {
                >= 'A' and <= 'Z' => b - 'A',
                >= 'a' and <= 'z' => b - 'a' + 26,
                >= '0' and <= '9' => b - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (value < 0)
                continue;
            bits = (bits << 6) | value;
            if (++count % 4 == 0)
            {
                (output[length], output[length + 1], output[length + 2]) = ((byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
                length += 3;
                bits = 0;
            }
        }
        if (count % 4 == 2)
            output[length++] = (byte)(bits >> 4);
        if (count % 4 == 3)
            (output[length], output[length + 1], length) = ((byte)(bits >> 10), (byte)(bits >> 2), length + 2);
        return output[..length];
    }

    /// <summary>A header's words as a reader would see them: <c>=?utf-8?Q?Br=C3=BCcke?=</c> is Brücke (RFC 2047).</summary>
    public static string Words(string field)
    {
        if (!field.Contains("=?", StringComparison.Ordinal))
            return field;
        field = BetweenWords().Replace(field, "?==?");
        return EncodedWord().Replace(field, word =>
        {
            if (Charset.Named(word.Groups[1].Value.Split('*')[0])?.Encoding is not { } encoding)
                return word.Value;
            var bytes = Encoding.Latin1.GetBytes(word.Groups[3].Value);
            if (word.Groups[2].Value is "B" or "b")
                return encoding.GetString(Base64(bytes));
            bytes.AsSpan().Replace((byte)'_', (byte)' ');
            return encoding.GetString(QuotedPrintable(bytes));
        });
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    [GeneratedRegex(@"=\?([^?\s]{1,40})\?([BbQq])\?([^?]{0,2000})\?=", RegexOptions.NonBacktracking)]
    private static partial Regex EncodedWord();

    // Blanks between two encoded words only part lines.
    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking)]
    private static partial Regex BetweenWords();
}
