using Readout.Pages;

namespace Readout.Cli.Inputs;

/// <summary>The bytes of an input: all of them, or as a stream where it may be larger than memory.</summary>
internal sealed class InputBytes(Shell shell)
{
    private byte[]? _standardInput;

    public byte[] All(Input input)
    {
        if (input.File is { } file)
            return File.ReadAllBytes(file);
        using var all = new MemoryStream();
        shell.In.CopyTo(all);
        // Asked for again where standard input turns out to hold many pages.
        return _standardInput = all.ToArray();
    }

    public Stream Open(Input input) =>
        input.File is { } file ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan) : new MemoryStream(_standardInput ?? All(input), writable: false);

    /// <summary>True for a file that holds many pages, by its first bytes.</summary>
    public bool IsContainer(Input input, ContainerOptions options) => KindOf(input, options) is not null;

    /// <summary>What kind of list a file is, by its first bytes; null for a page.</summary>
    public string? KindOf(Input input, ContainerOptions options)
    {
        using var stream = Open(input);
        var head = new byte[PageContainers.HeadLength];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return PageContainers.KindOf(input.Name, head.AsMemory(0, length), options);
    }
}
