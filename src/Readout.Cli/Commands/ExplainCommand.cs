using System.CommandLine;
using Readout.Cli.Records;
using Readout.Formats;

namespace Readout.Cli.Commands;

/// <summary>Says why something is in the record: the rules, the reasons of every merge, what else rests on the same words.</summary>
internal static class ExplainCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var target = new RecordTarget();
        var command = new Command("explain", "Say why: the rule that gave it, the reason of every merge and choice, what rests on the same words. Exit 1: no such id.");
        target.AddTo(command);
        Examples.AddTo(command,
            "readout explain c3fa2 pages/              why so many outlets, texts and speakers",
            "readout explain d1a2b3 pages/             why a page has this day, outlet and body",
            "readout explain x0b3a2a --doc record.json");
        command.SetAction(result => target.Run(globals.In(shell, result), result, globals, (record, words, id) =>
            new Explanation(record, words).Of(id)));
        return command;
    }
}
