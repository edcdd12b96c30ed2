using System.Security.Cryptography;
using Readout.Text;

namespace Readout.Pages;

/// <summary>Bytes in, page out: one line per format.</summary>
public static class PageReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="path">Where the bytes came from; kept for messages and for the record.</param>
    /// <param name="bytes">The file as it is, compressed or not.</param>
    /// <exception cref="UnreadablePageException">The bytes hold no page; the message names the input and a way on.</exception>
    public static Page Read(string path, ReadOnlyMemory<byte> bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var text = new SourceText(System.Text.Encoding.UTF8.GetString(bytes.Span));
        return new Page(path, sha256, MediaType.PlainText, text, [], [], []);
    }
}
