using System.CommandLine;
using Readout.Cli.Records;
using Readout.Formats;
using Readout.Pages;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>Shows the words behind an id in place.</summary>
internal static class CiteCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var id = new Argument<string>("ID") { Description = "Id of a claim, dispute, change, prospect, quotation, event, entity, family or document." };
        var doc = new Option<string?>("--doc") { Description = "A JSON document made by 'readout brief --json', instead of pages.", HelpName = "FILE" };
        var folder = new Option<string?>("--pages") { Description = "With --doc: where the pages lie now, if not where the document says.", HelpName = "DIR" };
        var pages = new PageOptions(ArgumentArity.ZeroOrMore);
        var command = new Command("cite", "Show the words behind an id in place: paragraph, outlet, day, path, code points. Exit 1: no such id.") { id, doc, folder };
        pages.AddTo(command);
        Examples.AddTo(command,
            "readout cite c3fa2 pages/",
            "readout cite c3fa2 --doc record.json");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var name = result.GetValue(doc);
            if (name is null == (pages.Paths(result).Count == 0))
                throw new UsageException("cite takes pages or --doc FILE; give one of them.");
            if (name is not null)
            {
                using var record = RecordFile.Parse(name, RecordBytes.Read(here, name));
                return Show(here, record, result.GetValue(id)!, Texts(here, record, result.GetValue(folder)), ExitCode.Done);
            }
            var (brief, request, code) = Reading.Read(here, result, globals, pages);
            if (brief is null)
                return code;
            using var bytes = new MemoryStream();
            Json.Write(brief, new FormatOptions(IncludeText: true, request), bytes);
            using var made = RecordFile.Parse("-", bytes.ToArray());
            return Show(here, made, result.GetValue(id)!, Texts(here, made, null), code);
        });
        return command;
    }

    private static Dictionary<string, SourceText> Texts(Shell shell, RecordFile record, string? folder)
    {
        var files = new PageBytes(shell, folder);
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var page in record.Documents)
        {
            if (page.Text is { } text)
            {
                texts[page.Id] = new SourceText(text);
            }
            else if (files.Read(page) is { } bytes)
            {
                var read = PageReader.Read(page.Path, bytes);
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

    private static int Show(Shell shell, RecordFile record, string id, Dictionary<string, SourceText> texts, int code)
    {
        var evidence = new Evidence(record, new Words(texts));
        if (evidence.Find(id) is not { } found)
        {
            var nearest = evidence.Ids().OrderBy(i => Mistakes.Distance(i, id)).ThenBy(i => i, StringComparer.Ordinal).FirstOrDefault();
            shell.Complain($"nothing in this record has the id '{id}'{(nearest is null ? "." : $"; the nearest is '{nearest}'.")}");
            return ExitCode.No;
        }
        shell.Print(evidence.Show(found, shell.OutIsTerminal && shell.Color));
        return code;
    }
}
