using System.CommandLine;
using Readout.Formats;

namespace Readout.Cli.Commands;

/// <summary>The main job: pages in, a cited brief out.</summary>
internal static class BriefCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var pages = new PageOptions(ArgumentArity.OneOrMore);
        var format = new Option<string?>("--format", "-f")
        {
            Description = "How it is written: " + string.Join(", ", Format.All.Select(f => $"{f.Name} ({f.Describes})")) + ".",
            HelpName = string.Join('|', Format.All.Select(f => f.Name)),
        };
        format.Validators.Add(value =>
        {
            var name = value.GetValueOrDefault<string?>();
            if (name is not null && Format.Named(name) is null)
                value.AddError($"--format: '{name}' is none; write one of {string.Join(", ", Format.All.Select(f => f.Name))}.");
        });
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var includeText = new Option<bool>("--include-text") { Description = "JSON: add each page's text, which the spans point into." };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Write to this file instead of standard output; it is there whole or not at all.",
            HelpName = "FILE",
        };

        var command = new Command("brief", "Read pages and print the cited brief: what is known, who says so, where it is written.")
        {
            format, json, includeText, output,
        };
        pages.AddTo(command);
        command.Validators.Add(all =>
        {
            if (all.GetValue(json) && all.GetValue(format) is { } other && other != "json")
                all.AddError($"--json and --format {other} contradict each other; leave one out.");
        });
        Examples.AddTo(command,
            "readout brief pages/",
            "readout brief --format html -o brief.html 'dumps/**/*.txt'",
            "readout brief --json --include-text --published 004.txt=2025-05-07 *.txt > record.json",
            "curl -s https://example.org/report | readout brief -");

        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var chosen = Format.Named(result.GetValue(json) ? "json" : result.GetValue(format) ?? Format.All[0].Name)!;
            var (brief, request, code) = Reading.Read(here, result, globals, pages);
            if (brief is null)
                return code;
            var options = new FormatOptions(result.GetValue(includeText), request);
            if (result.GetValue(output) is { } file)
                WriteFile(here, file, stream => chosen.Write(brief, options, stream));
            else
                WriteOut(here, stream => chosen.Write(brief, options, stream));
            return code;
        });
        return command;
    }

    private static void WriteOut(Shell shell, Action<Stream> write)
    {
        var buffered = new BufferedStream(shell.Out, 1 << 16);
        write(buffered);
        buffered.Flush();
    }

    private static void WriteFile(Shell shell, string file, Action<Stream> write)
    {
        try
        {
            AtomicFile.Write(shell.Resolve(file), write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output: '{file}' can't be written ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
