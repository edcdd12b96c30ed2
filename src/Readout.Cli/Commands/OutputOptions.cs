using System.CommandLine;
using Readout.Briefs;
using Readout.Formats;

namespace Readout.Cli.Commands;

/// <summary>How and where a verb writes the record.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _format = new("--format", "-f")
    {
        Description = "How it is written: " + string.Join(", ", Format.All.Select(f => $"{f.Name} ({f.Describes})")) + ".",
        HelpName = string.Join('|', Format.All.Select(f => f.Name)),
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json." };

    private readonly Option<bool> _includeText = new("--include-text") { Description = "JSON: add each page's text, which the spans point into." };

    private readonly FileOutput _output = new();

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_json);
        command.Add(_includeText);
        _output.AddTo(command);
        _format.Validators.Add(value =>
        {
            var name = value.GetValueOrDefault<string?>();
            if (name is not null && Format.Named(name) is null)
                value.AddError($"--format: '{name}' is none; write one of {string.Join(", ", Format.All.Select(f => f.Name))}.");
        });
        command.Validators.Add(all =>
        {
            if (all.GetValue(_json) && all.GetValue(_format) is { } other && other != "json")
                all.AddError($"--json and --format {other} contradict each other; leave one out.");
        });
    }

    public void Write(Shell shell, ParseResult result, Brief brief, BriefRequest request)
    {
        var chosen = Format.Named(result.GetValue(_json) ? "json" : result.GetValue(_format) ?? Format.All[0].Name)!;
        var options = new FormatOptions(result.GetValue(_includeText), request);
        _output.Write(shell, result, stream => chosen.Write(brief, options, stream));
    }
}
