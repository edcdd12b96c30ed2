using System.Globalization;
using Readout.Pages;

namespace Readout.Cli.Records;

/// <summary>A page's bytes found again, with what bears them.</summary>
internal sealed record FoundBytes(ReadOnlyMemory<byte> Bytes, PageBearer? Bearer);

/// <summary>Finds the pages that a record names: where it says they lie, or by file name in a folder; without a folder also in the workspace.</summary>
/// <param name="kept">The workspace's pages come first: the record was made of them.</param>
internal sealed class PageBytes(Shell shell, string? folder, RecordFile record, bool kept = false)
{
    private readonly KeptBytes _workspace = new(shell);

    private readonly Dictionary<string, Dictionary<long, ContainedPage>> _contained = new(StringComparer.Ordinal);

    private readonly Lazy<ILookup<string, string>> _byName = new(() => ByName(shell, folder));

    /// <summary>The bytes of a page; null where it can't be found or read.</summary>
    public FoundBytes? Read(RecordedPage page)
    {
        if (kept && _workspace.Read(page) is { } inWorkspace)
            return inWorkspace;
        foreach (var candidate in Candidates(page.Path))
        {
            try
            {
                if (File.Exists(candidate))
                    return new FoundBytes(File.ReadAllBytes(candidate), null);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
        return Contained(page.Path) is var (file, number) && Candidates(file).FirstOrDefault(File.Exists) is { } container && Pages(container, file).TryGetValue(number, out var found)
            ? new FoundBytes(found.Bytes, found.Bearer)
            : folder is null ? _workspace.Read(page) : null;
    }

    // day.warc.gz#12
    private static (string File, long Number)? Contained(string path)
    {
        var mark = path.LastIndexOf('#');
        return mark > 0 && long.TryParse(path.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (path[..mark], number) : null;
    }

    // All pages of the record that lie in one input are looked up in one go.
    private Dictionary<long, ContainedPage> Pages(string container, string file)
    {
        if (_contained.TryGetValue(container, out var known))
            return known;
        var wanted = record.Documents.Select(d => Contained(d.Path)).Where(c => c is { } place && place.File == file).Select(c => c!.Value.Number).ToHashSet();
        var pages = new Dictionary<long, ContainedPage>();
        try
        {
            var options = record.Request.Columns is { Length: > 0 } columns ? new ContainerOptions { Columns = JsonColumns.Parse(columns) } : new ContainerOptions();
            using var stream = File.OpenRead(container);
            foreach (var entry in PageContainers.Read(file, stream, options))
            {
                if (entry.Page is { } page && wanted.Remove(page.Number))
                    pages[page.Number] = page;
                if (wanted.Count == 0)
                    break;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UnreadablePageException or FormatException)
        {
            shell.Complain($"{file}: can't be read any more ({e.Message.TrimEnd('.')}).");
        }
        return _contained[container] = pages;
    }

    // With a folder given the page must lie there, else the record could be checked against the wrong copy.
    private IEnumerable<string> Candidates(string path)
    {
        if (path.Length == 0 || path.Contains('\0'))
            return [];
        if (folder is null)
            return [shell.Resolve(path)];
        var name = Path.GetFileName(path);
        var inFolder = _byName.Value[name].ToList();
        // Several files of one name: the one whose path ends most like the recorded one.
        return inFolder.OrderByDescending(f => SharedEnd(f, path)).ThenBy(f => f, StringComparer.Ordinal);
    }

    private static int SharedEnd(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[^(n + 1)] == b[^(n + 1)])
            n++;
        return n;
    }

    private static ILookup<string, string> ByName(Shell shell, string? folder)
    {
        var full = shell.Resolve(folder!);
        if (!Directory.Exists(full))
            throw new UsageException($"--pages: there is no folder '{folder}'.");
        return Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .ToLookup(f => Path.GetFileName(f), StringComparer.Ordinal);
    }
}
