namespace Readout.Cli.Inputs;

/// <summary>One input to be read.</summary>
/// <param name="Name">As the user would write it; kept in the record, with forward slashes.</param>
/// <param name="File">Full path; null for standard input.</param>
internal sealed record Input(string Name, string? File)
{
    public const string StandardInput = "-";

    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];
}

/// <summary>What was found for the arguments.</summary>
/// <param name="Skipped">Files in folders that by their name are no pages.</param>
internal sealed record FoundInputs(IReadOnlyList<Input> Inputs, IReadOnlyList<FailedInput> Failed, IReadOnlyList<string> Skipped);

/// <summary>Here are the arguments: which files do they mean?</summary>
internal sealed class InputFinder(Shell shell)
{
    // What lies beside saved pages and holds none. Anything else is tried: a name says little about a text dump.
    private static readonly HashSet<string> NoPages = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".json", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp",
        ".mp3", ".mp4", ".webm", ".mov", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".pdf", ".zip", ".tar", ".7z",
        ".db", ".sqlite", ".py", ".sh", ".cs", ".md",
    };

    private readonly List<Input> _inputs = [];
    private readonly List<FailedInput> _failed = [];
    private readonly List<string> _skipped = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _met;

    public FoundInputs Find(IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
            Add(argument);
        return new FoundInputs(_inputs, _failed, _skipped);
    }

    /// <summary>True for a file in a folder that by its name is no page.</summary>
    public static bool IsNoPage(string name) => NoPages.Contains(Path.GetExtension(name));

    private void Add(string argument)
    {
        if (argument == Input.StandardInput)
        {
            if (_seen.Add(argument))
                _inputs.Add(new Input(argument, null));
            return;
        }
        var full = argument.Length > 0 && !argument.Contains('\0') ? shell.Resolve(argument) : "";
        if (File.Exists(full))
            AddFile(argument, full);
        else if (Directory.Exists(full))
            AddFolder(argument, full);
        else if (Glob.IsPattern(argument))
            AddMatches(argument);
        else
            Fail(argument, "no such file or folder; check the name and the folder it is seen from (-C).");
    }

    private void AddFile(string name, string full)
    {
        // A page named twice is read once, and a folder that holds it is not empty.
        _met++;
        if (_seen.Add(full))
            _inputs.Add(new Input(name.Replace('\\', '/'), full));
    }

    private void AddFolder(string name, string full)
    {
        var before = _met + _failed.Count;
        Walk(name, full, depth: 0);
        if (_met + _failed.Count == before)
            Fail(name, "a folder without pages; name a folder that holds .txt, .html or .mhtml files.");
    }

    private void Walk(string name, string full, int depth)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(full).EnumerateFileSystemInfos()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(name, $"the folder can't be opened ({e.Message.TrimEnd('.')}); check its permissions.");
            return;
        }
        foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            // Hidden files are left alone, as ripgrep does; links to folders too, for they may lead in circles.
            if (entry.Name.StartsWith('.'))
                continue;
            var inner = name.TrimEnd('/', '\\') + "/" + entry.Name;
            if (name == ".")
                inner = entry.Name;
            if (entry is DirectoryInfo)
            {
                if (entry.LinkTarget is null && depth < 64)
                    Walk(inner, entry.FullName, depth + 1);
            }
            else if (IsNoPage(entry.Name))
            {
                _skipped.Add(inner);
            }
            else
            {
                AddFile(inner, entry.FullName);
            }
        }
    }

    private void AddMatches(string pattern)
    {
        var before = _inputs.Count + _failed.Count;
        foreach (var match in Glob.Expand(pattern, shell.Directory))
            Add(match);
        if (_inputs.Count + _failed.Count == before)
            Fail(pattern, "no file matches; ** stands for folders of any depth.");
    }

    private void Fail(string name, string reason)
    {
        if (_seen.Add("!" + name))
            _failed.Add(new FailedInput(name, reason));
    }
}
