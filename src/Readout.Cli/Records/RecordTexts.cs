using Readout.Pages;
using Readout.Text;

namespace Readout.Cli.Records;

/// <summary>The texts of a record's pages: in the record itself, else read again from the pages that still have the bytes it names.</summary>
internal static class RecordTexts
{
    public static Dictionary<string, SourceText> Read(Shell shell, RecordFile record, string? folder)
    {
        var files = new PageBytes(shell, folder, record);
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var page in record.Documents)
        {
            if (page.Text is { } text)
            {
                texts[page.Id] = new SourceText(text);
            }
            else if (files.Read(page) is { } found)
            {
                var read = PageReader.Read(page.Path, found.Bytes, found.Bearer);
                if (read.Sha256 == page.Sha256)
                    texts[page.Id] = read.Text;
                else
                    shell.Complain($"{page.Path}: the bytes changed since the record was made; its words are not shown.");
            }
            else
            {
                shell.Complain($"{page.Path}: not found, so its words are not shown; say where it lies with --pages DIR, or make the document with --include-text.");
            }
        }
        return texts;
    }
}
