using System.CommandLine;

namespace Readout.Cli.Workspaces;

/// <summary>Scripts with which a shell completes readout's verbs, options and their values.</summary>
internal static class CompletionCommand
{
    // Each asks readout itself ([suggest:POSITION] LINE), so that it never knows less than the program.
    private static readonly (string Shell, string Script)[] s_scripts =
    [
        ("bash", """
            _readout() {
              local IFS=$'\n'
              COMPREPLY=($(readout "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
              COMPREPLY=($(compgen -W "${COMPREPLY[*]}" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _readout readout

            """),
        ("zsh", """
            #compdef readout
            _readout() {
              local -a found
              found=("${(@f)$(readout "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a found
              _files
            }
            compdef _readout readout

            """),
        ("fish", """
            function __readout_complete
              set -l line (commandline -cp)
              readout "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c readout -a '(__readout_complete)'

            """),
    ];

    public static Command Build(Shell shell)
    {
        var which = new Argument<string>("SHELL") { Description = string.Join(", ", s_scripts.Select(s => s.Shell)) + "." };
        which.AcceptOnlyFromAmong([.. s_scripts.Select(s => s.Shell)]);
        var command = new Command("completion", "Print a script with which a shell completes verbs and options.") { which };
        Examples.AddTo(command,
            "readout completion bash > /etc/bash_completion.d/readout",
            "readout completion fish > ~/.config/fish/completions/readout.fish");
        command.SetAction(result =>
        {
            shell.Print(s_scripts.First(s => s.Shell == result.GetValue(which)).Script);
            return ExitCode.Done;
        });
        return command;
    }
}
