using System.CommandLine;

namespace Readout.Cli.Commands;

/// <summary>Where a verb writes: standard output, or a file that is there whole or not at all.</summary>
internal sealed class FileOutput
{
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output; it is there whole or not at all.",
        HelpName = "FILE",
    };

    public void AddTo(Command command) => command.Add(_output);

    /// <summary>The file; null for standard output.</summary>
    public string? File(ParseResult result) => result.GetValue(_output);

    public void Write(Shell shell, ParseResult result, Action<Stream> write)
    {
        if (File(result) is { } file)
        {
            WriteFile(shell, file, write);
            return;
        }
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
