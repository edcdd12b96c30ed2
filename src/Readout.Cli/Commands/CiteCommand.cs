using System.CommandLine;
using Readout.Cli.Records;

namespace Readout.Cli.Commands;

/// <summary>Shows the words behind an id in place.</summary>
internal static class CiteCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var target = new RecordTarget();
        var command = new Command("cite", "Show the words behind an id in place: paragraph, outlet, day, path, code points. Exit 1: no such id.");
        target.AddTo(command);
        Examples.AddTo(command,
            "readout cite c3fa2 pages/",
            "readout cite c3fa2 --doc record.json");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            return target.Run(here, result, globals, (record, words, id) =>
            {
                var evidence = new Evidence(record, words);
                return evidence.Find(id) is { } found ? evidence.Show(found, here.OutIsTerminal && here.Color) : null;
            });
        });
        return command;
    }
}
