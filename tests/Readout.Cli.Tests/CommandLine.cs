using System.Text;

namespace Readout.Cli.Tests;

/// <summary>Runs the program in this process, in a folder of its own, and keeps what it wrote.</summary>
internal sealed class CommandLine : IDisposable
{
    public CommandLine()
    {
        Folder = Directory.CreateTempSubdirectory("readout-test-").FullName;
    }

    public string Folder { get; }

    /// <summary>What surrounds the program, where a test brings its own.</summary>
    public Func<Shell, Shell> Around { get; set; } = shell => shell;

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return name;
    }

    public int Run(params string[] arguments) => Run("", arguments);

    public int Run(string input, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = Application.Run(arguments, Around(new Shell(stdin, output, error, Folder, OutIsTerminal: false, ErrorIsTerminal: false, Color: false)));
        Out = Encoding.UTF8.GetString(output.ToArray());
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
