using System.CommandLine;
using Readout.Cli.Settings;

namespace Readout.Cli.Workspaces;

/// <summary>How long a verb that writes waits for another one.</summary>
internal sealed class WaitOption
{
    private readonly Option<int?> _seconds = new("--wait")
    {
        Description = "Wait at most so long for another readout that writes (setting 'wait').",
        HelpName = "SECONDS",
    };

    public WaitOption() => _seconds.Validators.Add(value =>
    {
        if (!value.Errors.Any() && value.GetValueOrDefault<int?>() < 0)
            value.AddError("--wait takes a number of seconds from 0 up.");
    });

    public void AddTo(Command command) => command.Add(_seconds);

    public TimeSpan Patience(Shell shell, ParseResult result) => TimeSpan.FromSeconds(result.GetValue(_seconds) ?? new SettingsReader(shell).Number("wait"));
}
