namespace Readout.Pages;

/// <summary>Writes a page whose words are known apart from what is stated beside them: both go into one text.</summary>
internal static class BornePage
{
    public static Page Read(string path, string sha256, string body, bool isHtml, PageBearer bearer)
    {
        if (string.IsNullOrWhiteSpace(body))
            throw new UnreadablePageException($"{path}: its text is empty. Leave it out, or fetch the page itself.");
        var diagnostics = new List<Readout.Text.Diagnostic>();
        var decoded = new DecodedText(Decoder.Clean(body, diagnostics), "utf-8", diagnostics);
        return isHtml ? HtmlPage.Read(path, sha256, decoded, bearer.Lines()) : PlainTextPage.Read(path, sha256, decoded, bearer.Lines());
    }

    /// <summary>True for words set in markup; a "less than" is none.</summary>
    public static bool IsHtml(string body)
    {
        var head = body.AsSpan(0, Math.Min(body.Length, 4096));
        return head.Contains("</p>", StringComparison.OrdinalIgnoreCase) || head.Contains("<p>", StringComparison.OrdinalIgnoreCase) || head.Contains("<br", StringComparison.OrdinalIgnoreCase)
            || head.Contains("</div>", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
