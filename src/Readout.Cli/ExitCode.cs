namespace Readout.Cli;

/// <summary>What the program's exit code says; <c>docs/formats.md</c> lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The answer is no: derived data differs, an id is not there.</summary>
    public const int No = 1;

    /// <summary>Wrong usage, or nothing could be read.</summary>
    public const int Usage = 2;

    /// <summary>Some inputs failed, the rest is valid.</summary>
    public const int SomeFailed = 3;

    /// <summary>Nobody could be let in: the server wants an account or a token first.</summary>
    public const int Authentication = 4;

    /// <summary>Stored bytes no longer match their hash.</summary>
    public const int BytesChanged = 5;

    public const int Interrupted = 130;
}
