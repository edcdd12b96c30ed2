namespace Readout.Cli.Records;

/// <summary>Finds the pages that a record names: where it says they lie, or by file name in a folder.</summary>
internal sealed class PageBytes(Shell shell, string? folder)
{
    private readonly Lazy<ILookup<string, string>> _byName = new(() => ByName(shell, folder));

    /// <summary>The bytes of a page; null where it can't be found or read.</summary>
    public byte[]? Read(RecordedPage page)
    {
        foreach (var candidate in Candidates(page))
        {
            try
            {
                if (File.Exists(candidate))
                    return File.ReadAllBytes(candidate);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
        return null;
    }

    // With a folder given the page must lie there, else the record could be checked against the wrong copy.
    private IEnumerable<string> Candidates(RecordedPage page)
    {
        if (page.Path.Length == 0 || page.Path.Contains('\0'))
            return [];
        if (folder is null)
            return [shell.Resolve(page.Path)];
        var name = Path.GetFileName(page.Path);
        var inFolder = _byName.Value[name].ToList();
        // Several files of one name: the one whose path ends most like the recorded one.
        return inFolder.OrderByDescending(f => SharedEnd(f, page.Path)).ThenBy(f => f, StringComparer.Ordinal);
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
