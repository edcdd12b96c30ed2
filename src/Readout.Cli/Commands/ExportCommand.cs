using System.CommandLine;
using Readout.Cli.Records;
using Readout.Cli.Workspaces;
using Readout.Formats;
using Readout.Formats.Bundles;
using Readout.Formats.Exports;
using Readout.Store;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>The record in the terms of other tools. Of pages, or of a JSON document made of them.</summary>
internal sealed class ExportCommand
{
    private const string BundleName = "bundle";

    private static readonly string[] Choices = [.. Export.All.Select(e => e.Name), BundleName, .. Format.All.Select(f => f.Name)];

    private readonly Option<string?> _format = new("--format", "-f")
    {
        Description = "How it is written: " + string.Join(", ", Export.All.Select(e => $"{e.Name} ({e.Describes})")) + $", {BundleName} (all that the record rests on, for 'readout verify' elsewhere); or as the other verbs do: {string.Join(", ", Format.All.Select(f => f.Name))}.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json, and as no format." };

    private readonly Option<string?> _table = new("--table") { Description = $"CSV: which table, {string.Join(", ", CsvTable.All.Select(t => t.Name))}.", HelpName = "NAME" };

    private readonly Option<bool> _includeText = new("--include-text") { Description = "JSON and JSONL: add each page's text, which the spans point into." };

    private readonly Option<string?> _doc = new("--doc") { Description = "A JSON document made by 'readout brief --json', instead of pages.", HelpName = "FILE" };

    private readonly Option<string?> _folder = new("--pages") { Description = "With --doc: where the pages lie now, if not where the document says.", HelpName = "DIR" };

    private readonly RedactionArguments _redaction = new();

    private readonly FilterOptions _filters = new FilterOptions().About().By().Days();

    private readonly PageOptions _pages = new(ArgumentArity.ZeroOrMore, inWorkspace: true);

    private readonly FileOutput _output = new();

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var export = new ExportCommand();
        var command = new Command("export", "Write the record in the terms of other tools: tables, annotations, provenance, feeds, graphs.");
        command.Add(export._format);
        command.Add(export._json);
        command.Add(export._table);
        command.Add(export._includeText);
        command.Add(export._doc);
        command.Add(export._folder);
        export._redaction.AddTo(command);
        export._filters.AddTo(command);
        export._output.AddTo(command);
        export._pages.AddTo(command);
        export.AddValidators(command);
        Examples.AddTo(command,
            "readout export --format jsonl pages/ | jq 'select(.record == \"claim\")'",
            "readout export --format csv --table quotations -o quotations.csv pages/",
            "readout export --format annotations --doc record.json",
            "readout export --format dot pages/ | dot -Tsvg > sources.svg",
            "readout export --format bundle -o story.bundle.zip pages/",
            "readout export --redact --keep-quotations -o shared.json pages/");
        command.SetAction(result => export.Run(globals.In(shell, result), result, globals));
        return command;
    }

    private void AddValidators(Command command)
    {
        command.Validators.Add(all =>
        {
            if (all.GetValue(_json) && all.GetValue(_format) is { } other && other != "json")
                all.AddError($"--json and --format {other} contradict each other; leave one out.");
        });
        _format.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is { } name && !Choices.Contains(name))
                value.AddError($"--format: '{name}' is none; write one of {string.Join(", ", Choices)}.");
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
        if (name == BundleName && _output.File(result) is null && shell.OutIsTerminal)
            throw new UsageException("a bundle is an archive; name a file for it with -o story.bundle.zip.");
        if (_redaction.Of(result) is not null && name is "md" or "html" or "txt")
            throw new UsageException($"--redact leaves no words for {name} to show; choose one of {string.Join(", ", Choices.Except(["md", "html", "txt"]))}.");
        return result.GetValue(_doc) is { } doc ? OfDocument(shell, result, doc, name) : OfPages(shell, result, globals, name);
    }

    private int OfPages(Shell shell, ParseResult result, GlobalOptions globals, string name)
    {
        var filter = _filters.Filter(result);
        var (brief, request, code, kept) = Reading.Read(shell, result, globals, _pages, _pages.BriefOptions(result) with { Filter = filter });
        if (brief is null)
            return code;
        var options = new FormatOptions(result.GetValue(_includeText), request);
        if (_redaction.Of(result) is null && Format.Named(name) is { } format)
        {
            _output.Write(shell, result, stream => format.Write(brief, options, stream));
            return code;
        }
        using var record = RecordFile.Of(brief, options);
        Write(shell, result, name, record, brief.Ledger.Story.Documents.ToDictionary(d => d.Id, d => d.Text, StringComparer.Ordinal), kept);
        return code;
    }

    private int OfDocument(Shell shell, ParseResult result, string doc, string name)
    {
        if (_pages.Paths(result).Count > 0)
            throw new UsageException("export takes pages or --doc FILE; give one of them.");
        if (name is "md" or "html" or "txt")
            throw new UsageException($"--doc: {name} is made of pages; give those, or choose one of {string.Join(", ", Choices.Except(["md", "html", "txt"]))}.");
        using var record = RecordFile.Parse(doc, RecordBytes.Read(shell, doc));
        var texts = record.IsRedacted ? null : RecordTexts.Read(shell, record, result.GetValue(_folder));
        Write(shell, result, name, record, texts);
        return texts is not null && texts.Count < record.Documents.Count ? ExitCode.SomeFailed : ExitCode.Done;
    }

    private void Write(Shell shell, ParseResult result, string name, RecordFile record, Dictionary<string, SourceText>? texts, KeptPages? kept = null)
    {
        var view = new RecordView(record.Root, texts);
        if (_redaction.Of(result) is not { } redaction)
        {
            Write(shell, result, name, record, view, kept);
            return;
        }
        using var redacted = RedactionArguments.Apply(view, redaction);
        Write(shell, result, name, redacted, new RecordView(redacted.Root), kept);
    }

    private void Write(Shell shell, ParseResult result, string name, RecordFile record, RecordView view, KeptPages? kept)
    {
        if (name == BundleName)
        {
            var contents = BundledPages.Of(shell, record, view, result.GetValue(_folder), kept?.Corrections);
            _output.Write(shell, result, stream => Bundle.Write(contents, stream));
        }
        else if (Export.Named(name) is { } export)
        {
            _output.Write(shell, result, stream => export.Write(view, new ExportOptions(result.GetValue(_table), VersionCommand.Version), stream));
        }
        else
        {
            _output.Write(shell, result, stream => stream.Write(record.Bytes.Span));
        }
    }
}
