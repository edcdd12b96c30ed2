using NodaTime;
using Readout.Cli.Inputs;
using Readout.Pages;
using Readout.Store;

namespace Readout.Cli.Workspaces.Adding;

/// <summary>Takes files in: a page each, what they hold, or what they name.</summary>
internal sealed class FileIntake
{
    private readonly InputBytes _bytes;
    private readonly PageIntake _pages;
    private readonly SourceIntake _sources;
    private readonly ContainerIntake _containers;
    private readonly ContainerOptions _options;

    public FileIntake(Shell shell, Workspace workspace, PageIntake pages, SourceIntake sources, ContainerOptions options)
    {
        (_bytes, _pages, _sources, _options) = (new InputBytes(shell), pages, sources, options);
        _containers = new ContainerIntake(workspace, pages, _bytes, options);
    }

    /// <summary>Takes one in; what can't be read is said, and the others go on.</summary>
    /// <param name="day">The day that the user says it is of.</param>
    public void Take(Input input, LocalDate? day)
    {
        try
        {
            switch (_bytes.KindOf(input, _options))
            {
                case "opml":
                    _sources.TakeFeeds(input.Name, _bytes.All(input));
                    break;
                case "sitemap":
                    _sources.TakeSitemap(input.Name, _bytes.All(input));
                    break;
                case { } kind:
                    _containers.Take(input, kind);
                    break;
                default:
                    TakePage(input, day);
                    break;
            }
            if (_pages.IsFull)
                _pages.Flush();
        }
        catch (UnreadablePageException e)
        {
            _pages.Fail(input.Name, e.Message.StartsWith(input.Name + ": ", StringComparison.Ordinal) ? e.Message[(input.Name.Length + 2)..] : e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _pages.Fail(input.Name, $"can't be read ({e.Message.TrimEnd('.')}).");
        }
    }

    /// <summary>Takes in a list of pages that is in memory.</summary>
    /// <exception cref="UnreadablePageException">It holds no pages.</exception>
    public void TakeList(string name, ReadOnlyMemory<byte> list) => _containers.Take(name, list);

    private void TakePage(Input input, LocalDate? day)
    {
        if (input.File is { } file && new FileInfo(file).Length is > PageReader.MaxBytes and var length)
            throw new IOException(FormattableString.Invariant($"its {length} bytes are more than the {PageReader.MaxBytes} a page may have"));
        var bytes = _bytes.All(input);
        if (bytes.Length == 0)
            throw new IOException("it is empty");
        _pages.Take(new IncomingPage(input.Name, input.File ?? "-", bytes), day);
    }
}
