using System.CommandLine;
using Readout.Cli.Records;
using Readout.Formats;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>The arguments of the verbs that look up an id: in pages, or in a JSON document made of them.</summary>
internal sealed class RecordTarget
{
    private readonly Argument<string> _id = new("ID") { Description = "Id of a claim, dispute, change, prospect, quotation, event, entity, family or document." };

    private readonly Option<string?> _doc = new("--doc") { Description = "A JSON document made by 'readout brief --json', instead of pages.", HelpName = "FILE" };

    private readonly Option<string?> _folder = new("--pages") { Description = "With --doc: where the pages lie now, if not where the document says.", HelpName = "DIR" };

    private readonly PageOptions _pages = new(ArgumentArity.ZeroOrMore, inWorkspace: true);

    public void AddTo(Command command)
    {
        command.Add(_id);
        command.Add(_doc);
        command.Add(_folder);
        _pages.AddTo(command);
    }

    /// <summary>Prints what <paramref name="show"/> makes of the id; null from it means that nothing bears the id.</summary>
    public int Run(Shell shell, ParseResult result, GlobalOptions globals, Func<RecordFile, Words, string, string?> show)
    {
        var name = result.GetValue(_doc);
        var hasPages = _pages.Paths(result).Count > 0 || (name is null && Store.Workspace.Find(shell.Directory) is not null);
        if (name is null == !hasPages)
            throw new UsageException($"{result.CommandResult.Command.Name} takes pages or --doc FILE; give one of them.");
        var id = result.GetValue(_id)!;
        if (name is not null)
        {
            using var record = RecordFile.Parse(name, RecordBytes.Read(shell, name));
            return Show(shell, record, new Words(RecordTexts.Read(shell, record, result.GetValue(_folder))), id, show, ExitCode.Done);
        }
        var (brief, request, code, _) = Reading.Read(shell, result, globals, _pages);
        if (brief is null)
            return code;
        using var bytes = new MemoryStream();
        Json.Write(brief, new FormatOptions(IncludeText: true, request), bytes);
        using var made = RecordFile.Parse("-", bytes.ToArray());
        return Show(shell, made, new Words(RecordTexts.Read(shell, made, null)), id, show, code);
    }

    private static int Show(Shell shell, RecordFile record, Words words, string id, Func<RecordFile, Words, string, string?> show, int code)
    {
        if (show(record, words, id) is { } text)
        {
            shell.Print(text);
            return code;
        }
        var nearest = new Evidence(record, words).Ids().OrderBy(i => EditDistance.Between(i, id)).ThenBy(i => i, StringComparer.Ordinal).FirstOrDefault();
        shell.Complain($"nothing in this record has the id '{id}'{(nearest is null ? "." : $"; the nearest is '{nearest}'.")}");
        return ExitCode.No;
    }
}
