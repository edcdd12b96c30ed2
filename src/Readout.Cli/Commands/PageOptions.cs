using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Readout.Briefs;
using Readout.Cli.Inputs;
using Readout.Pages;

namespace Readout.Cli.Commands;

/// <summary>The arguments of every verb that reads pages: which ones, and what the user knows about them.</summary>
internal sealed class PageOptions
{
    private readonly Argument<string[]> _paths;

    private readonly Option<string[]> _published = new("--published")
    {
        Description = "The day of a page that states none (2025-05-07); repeatable. FILE is its path or file name.",
        HelpName = "FILE=DATE",
    };

    private readonly Option<string?> _asOf = new("--as-of")
    {
        Description = "Leave out what was published after this day.",
        HelpName = "DATE",
    };

    private readonly Option<int> _maxSentences = new("--max-sentences")
    {
        Description = "Print at most so many sentences (0: no limit).",
        HelpName = "N",
    };

    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "JSON lists: which member holds what (text=body,title=headline; also url, published, updated, author, outlet, language, captured).",
        HelpName = "COLUMN=MEMBER,…",
    };

    /// <param name="inWorkspace">A story of the workspace may stand in their place, or nothing for all of it.</param>
    /// <param name="namesSources">Web addresses may stand among them, and files that name addresses.</param>
    public PageOptions(ArgumentArity arity, bool inWorkspace = false, bool namesSources = false)
    {
        _paths = new Argument<string[]>("PATH")
        {
            Description = "Files (text, HTML, MHTML; WARC, ARC, JSONL, ninjs, feeds with full texts; gzipped or not), folders (with what lies in them), patterns (**/*.html), or - for standard input."
                + (inWorkspace ? " In a workspace: a story's id; without any, all its pages." : "")
                + (namesSources ? " Web addresses of pages, feeds, sitemaps and sites (--follow); lists of feeds (OPML); sitemaps." : ""),
            Arity = arity,
        };
        _maxSentences.Validators.Add(value =>
        {
            if (value.Errors.Any())
                return;
            if (value.GetValueOrDefault<int>() < 0)
                value.AddError("--max-sentences takes a number from 0 up.");
        });
    }

    public void AddTo(Command command)
    {
        AddPathsTo(command);
        command.Add(_asOf);
        AddColumnsTo(command);
        command.Add(_maxSentences);
    }

    /// <summary>The pages alone, for verbs that take them in and make nothing of them.</summary>
    public void AddPathsTo(Command command)
    {
        command.Add(_paths);
        command.Add(_published);
    }

    /// <summary>Which members of JSON objects hold what.</summary>
    public void AddColumnsTo(Command command) => command.Add(_columns);

    public IReadOnlyList<string> Paths(ParseResult result) => result.GetValue(_paths) ?? [];

    public BriefOptions BriefOptions(ParseResult result) =>
        new(result.GetValue(_asOf) is { } day ? Day(day, "--as-of") : null, result.GetValue(_maxSentences));

    /// <summary>How inputs that hold many pages are read.</summary>
    /// <exception cref="UsageException">A column is none.</exception>
    public ContainerOptions Containers(ParseResult result)
    {
        try
        {
            return result.GetValue(_columns) is { } columns ? new ContainerOptions { Columns = JsonColumns.Parse(columns) } : new ContainerOptions();
        }
        catch (FormatException e)
        {
            throw new UsageException($"--columns: {e.Message}", e);
        }
    }

    /// <summary>The days supplied, by input.</summary>
    public IReadOnlyDictionary<Input, LocalDate> Published(ParseResult result, IReadOnlyList<Input> inputs)
    {
        var days = new Dictionary<Input, LocalDate>();
        foreach (var pair in result.GetValue(_published) ?? [])
        {
            var equals = pair.LastIndexOf('=');
            if (equals < 1)
                throw new UsageException($"--published: '{pair}' has no day; write FILE=2025-05-07.");
            var day = Day(pair[(equals + 1)..], "--published");
            var name = pair[..equals].Replace('\\', '/');
            var meant = inputs.Where(i => i.Name == name).ToList();
            if (meant.Count == 0)
                meant = [.. inputs.Where(i => i.FileName == name)];
            if (meant.Count == 0)
                throw new UsageException($"--published: no page is called '{name}'; name one of the pages given.");
            foreach (var input in meant)
                days[input] = day;
        }
        return days;
    }

    /// <exception cref="UsageException">It is no day.</exception>
    public static LocalDate Day(string text, string option)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success
            ? parsed.Value
            : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' is no day; write it as 2025-05-07."));
    }
}
