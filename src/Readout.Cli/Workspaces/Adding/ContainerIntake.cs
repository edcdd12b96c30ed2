using NodaTime;
using Readout.Acquire;
using Readout.Cli.Inputs;
using Readout.Pages;
using Readout.Pages.Archives;
using Readout.Store;
using Readout.Store.Sources;

namespace Readout.Cli.Workspaces.Adding;

/// <summary>
/// Takes in what an input holds, read as it is asked for. How far it came is written down with the pages, so that the same file again
/// goes on where it was cut.
/// </summary>
internal sealed class ContainerIntake(Workspace workspace, PageIntake pages, InputBytes bytes, ContainerOptions options)
{
    /// <param name="kind">As <see cref="PageContainers.KindOf"/> says.</param>
    /// <exception cref="UnreadablePageException">It holds no pages.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public void Take(Input input, string kind)
    {
        // Other lists are small, and change from their beginning.
        var (progress, isGoingOn) = input.File is { } file && kind is "archive" or "jsonl" ? Progress(input, input.File!) : (null, false);
        if (progress is { IsWhole: true } && isGoingOn && progress.Length == new FileInfo(progress.Path).Length)
        {
            pages.Known += progress.Pages;
            return;
        }
        using var stream = bytes.Open(input);
        Read(input, stream, progress, isGoingOn);
    }

    /// <summary>Takes in a list that is in memory.</summary>
    /// <param name="name">Its address.</param>
    public void Take(string name, ReadOnlyMemory<byte> list)
    {
        using var stream = new MemoryStream(list.ToArray(), writable: false);
        Read(new Input(name, null), stream, null, false);
    }

    private void Read(Input input, Stream stream, Intake? progress, bool isGoingOn)
    {
        var from = isGoingOn ? progress!.At : default;
        var before = isGoingOn ? progress!.At.Number + 1 : 0;
        var met = isGoingOn;
        foreach (var entry in PageContainers.Read(input.Name, stream, options with { Archive = options.Archive with { From = from } }))
        {
            met = true;
            if (entry.Page is not { } page)
            {
                pages.Fail(entry.Name, WithoutName(entry.Problem!, entry.Name));
                continue;
            }
            if (page.Number <= before)
                continue;
            pages.Take(Incoming(input, page));
            progress = progress is null ? null : progress with { At = page.Position ?? new ArchivePosition(page.Number - 1, 0, 0), Pages = progress.Pages + 1 };
            if (pages.IsFull)
                Flush(progress);
        }
        Flush(progress is null ? null : progress with { IsWhole = true });
        if (!met)
            throw new UnreadablePageException($"{input.Name}: it holds no pages: nothing in it was answered with success and can be read as text. Check what was collected.");
    }

    private void Flush(Intake? progress) => pages.Flush(progress is null ? null : () => workspace.Intakes.Put(progress));

    private static IncomingPage Incoming(Input input, ContainedPage page)
    {
        var bearer = page.Described;
        return bearer.Address is { } address && AddressKey.Of(address) is { } key
            ? new IncomingPage(address, key, page.Bytes, page.Path, bearer)
            : new IncomingPage(page.Path, FormattableString.Invariant($"{input.File ?? input.Name}#{page.Number}"), page.Bytes, input.Name, bearer);
    }

    // The same file as far as it was read: it begins alike, and was only added to, or is untouched.
    private (Intake Progress, bool IsGoingOn) Progress(Input input, string file)
    {
        var info = new FileInfo(file);
        var modified = Instants.Write(Instant.FromDateTimeUtc(info.LastWriteTimeUtc));
        var asked = $"since={options.Archive.Since};columns={options.Columns}";
        var head = new byte[PageContainers.HeadLength];
        using (var stream = bytes.Open(input))
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var fresh = new Intake(file, asked, PageStore.Hash(head), info.Length, modified, default, 0, false);
        // A file that was short then is compared as far as it went.
        if (workspace.Intakes.Find(file, asked) is not { Pages: > 0 } known || known.Head != PageStore.Hash(head.AsSpan(0, (int)Math.Min(head.Length, known.Length))))
            return (fresh, false);
        var isSame = info.Length > known.Length || (info.Length == known.Length && modified == known.Modified);
        return isSame ? (known with { Head = fresh.Head, Length = info.Length, Modified = modified, IsWhole = known.IsWhole && info.Length == known.Length }, true) : (fresh, false);
    }

    private static string WithoutName(string message, string name) =>
        message.StartsWith(name + ": ", StringComparison.Ordinal) ? message[(name.Length + 2)..] : message;
}
