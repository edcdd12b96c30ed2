using System.CommandLine;
using Readout.Briefs;
using Readout.Cli.Records;
using Readout.Formats;
using Readout.Formats.Exports;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>The record in the terms of other tools. Of pages, or of a JSON document made of them.</summary>
internal sealed class ExportCommand
{
    private readonly Option<string?> _format = new("--format", "-f")
    {
        Description = "How it is written: " + string.Join(", ", Export.All.Select(e => $"{e.Name} ({e.Describes})")) + $"; or as the other verbs do: {string.Join(", ", Format.All.Select(f => f.Name))}.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _table = new("--table") { Description = $"CSV: which table, {string.Join(", ", CsvTable.All.Select(t => t.Name))}.", HelpName = "NAME" };

    private readonly Option<bool> _includeText = new("--include-text") { Description = "JSON and JSONL: add each page's text, which the spans point into." };

    private readonly Option<string?> _doc = new("--doc") { Description = "A JSON document made by 'readout brief --json', instead of pages.", HelpName = "FILE" };

    private readonly Option<string?> _folder = new("--pages") { Description = "With --doc: where the pages lie now, if not where the document says.", HelpName = "DIR" };

    private readonly FilterOptions _filters = new FilterOptions().About().By().Days();

    private readonly PageOptions _pages = new(ArgumentArity.ZeroOrMore);

    private readonly FileOutput _output = new();

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var export = new ExportCommand();
        var command = new Command("export", "Write the record in the terms of other tools: tables, annotations, provenance, feeds, graphs.");
        command.Add(export._format);
        command.Add(export._table);
        command.Add(export._includeText);
        command.Add(export._doc);
        command.Add(export._folder);
        export._filters.AddTo(command);
        export._output.AddTo(command);
        export._pages.AddTo(command);
        export.AddValidators();
        Examples.AddTo(command,
            "readout export --format jsonl pages/ | jq 'select(.record == \"claim\")'",
            "readout export --format csv --table quotations -o quotations.csv pages/",
            "readout export --format annotations --doc record.json",
            "readout export --format dot pages/ | dot -Tsvg > sources.svg");
        command.SetAction(result => export.Run(globals.In(shell, result), result, globals));
        return command;
    }

    private void AddValidators()
    {
        _format.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is { } name && Export.Named(name) is null && Format.Named(name) is null)
                value.AddError($"--format: '{name}' is none; write one of {string.Join(", ", Export.All.Select(e => e.Name).Concat(Format.All.Select(f => f.Name)))}.");
        });
        _table.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is { } name && CsvTable.Named(name) is null)
                value.AddError($"--table: '{name}' is none; write one of {string.Join(", ", CsvTable.All.Select(t => t.Name))}.");
        });
    }

    private int Run(Shell shell, ParseResult result, GlobalOptions globals)
    {
        var name = result.GetValue(_format) ?? "json";
        if (result.GetValue(_table) is not null && name != "csv")
            throw new UsageException($"--table goes with --format csv, not with {name}.");
        if (result.GetValue(_doc) is { } doc)
            return OfDocument(shell, result, doc, name);
        var filter = _filters.Filter(result);
        var (brief, request, code) = Reading.Read(shell, result, globals, _pages, _pages.BriefOptions(result) with { Filter = filter });
        if (brief is null)
            return code;
        if (Format.Named(name) is { } format)
        {
            var options = new FormatOptions(result.GetValue(_includeText), request);
            _output.Write(shell, result, stream => format.Write(brief, options, stream));
            return code;
        }
        using var record = Record(brief, request, result.GetValue(_includeText));
        Write(shell, result, name, new RecordView(record.Root, Texts(brief)));
        return code;
    }

    private int OfDocument(Shell shell, ParseResult result, string doc, string name)
    {
        if (_pages.Paths(result).Count > 0)
            throw new UsageException("export takes pages or --doc FILE; give one of them.");
        if (Export.Named(name) is null)
            throw new UsageException($"--doc: {name} is made of pages; give those, or choose one of {string.Join(", ", Export.All.Select(e => e.Name))}.");
        using var record = RecordFile.Parse(doc, RecordBytes.Read(shell, doc));
        var texts = RecordTexts.Read(shell, record, result.GetValue(_folder));
        Write(shell, result, name, new RecordView(record.Root, texts));
        return texts.Count < record.Documents.Count ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private void Write(Shell shell, ParseResult result, string name, RecordView record)
    {
        var options = new ExportOptions(result.GetValue(_table), VersionCommand.Version);
        _output.Write(shell, result, stream => Export.Named(name)!.Write(record, options, stream));
    }

    private static RecordFile Record(Brief brief, BriefRequest request, bool includeText)
    {
        using var bytes = new MemoryStream();
        Json.Write(brief, new FormatOptions(includeText, request), bytes);
        return RecordFile.Parse("the record", bytes.ToArray());
    }

    private static Dictionary<string, SourceText> Texts(Brief brief) =>
        brief.Ledger.Story.Documents.ToDictionary(d => d.Id, d => d.Text, StringComparer.Ordinal);
}
