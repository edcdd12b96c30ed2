using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Readout.Cli;

/// <summary>What surrounds the program: its streams, its folder and the kind of terminal. Tests bring their own.</summary>
internal sealed record Shell(Stream In, Stream Out, TextWriter Error, string Directory, bool OutIsTerminal, bool ErrorIsTerminal, bool Color)
{
    /// <summary>What time it is, for when pages came in.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>The same for what goes over the network: its pauses, its times of capture.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The environment's variables.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process's own. UTF-8 whatever the locale says.</summary>
    public static Shell Process() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        Environment.CurrentDirectory,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        // https://no-color.org: any value but the empty one switches colour off.
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    /// <summary>A full path, seen from this shell's folder.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Directory);

    public Shell In_(string? directory) => directory is null ? this : this with { Directory = Resolve(directory) };

    /// <summary>Text for standard output.</summary>
    public void Print(string text)
    {
        Out.Write(Utf8.GetBytes(text));
        Out.Flush();
    }

    /// <summary>A JSON value for standard output, on lines of its own.</summary>
    public void PrintJson<T>(T value) => Print(JsonSerializer.Serialize(value, Readable) + "\n");

    /// <summary>A line for standard error, with the program's name before it as grep and git do.</summary>
    public void Complain(string message) => Error.WriteLine("readout: " + message);

    public void Complain(FormattableString message) => Complain(message.ToString(CultureInfo.InvariantCulture));
}
