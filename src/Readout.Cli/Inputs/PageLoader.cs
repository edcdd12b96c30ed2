using System.Collections.Concurrent;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Cli.Inputs;

/// <summary>What came of reading the inputs.</summary>
internal sealed record LoadedPages(IReadOnlyList<Document> Documents, IReadOnlyList<FailedInput> Failed);

/// <summary>The loop over the pages: reads them on all cores and records what fails against its page. One bad page never stops a run.</summary>
internal sealed class PageLoader(Shell shell, ContainerOptions containers)
{
    private sealed record Result(int Input, long Number, Document? Document, FailedInput? Failed);

    private readonly ConcurrentBag<Result> _results = [];
    private readonly InputBytes _bytes = new(shell);

    /// <param name="published">Days supplied by the user, by input.</param>
    /// <param name="progress">Called once for every input read or failed, from any thread; null for nobody.</param>
    public LoadedPages Load(IReadOnlyList<Input> inputs, IReadOnlyDictionary<Input, LocalDate> published, Action? progress)
    {
        var several = new ConcurrentBag<int>();
        Parallel.For(0, inputs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var input = inputs[i];
            var isContainer = false;
            Try(i, 0, input.Name, () =>
            {
                if (input.File is not null && (isContainer = _bytes.IsContainer(input, containers)))
                    return null;
                var bytes = _bytes.All(input);
                if (isContainer = PageContainers.IsContainer(input.Name, bytes, containers))
                    return null;
                var options = new ArticleOptions(published.TryGetValue(input, out var day) ? day : null);
                return Desk.Read(new PageInput(input.Name, bytes, options));
            });
            if (isContainer)
                several.Add(i);
            else
                progress?.Invoke();
        });
        // One after the other, each on all cores: what an input holds is read as it is asked for.
        foreach (var i in several.Order())
        {
            LoadAll(i, inputs[i]);
            progress?.Invoke();
        }
        var ordered = _results.OrderBy(r => r.Input).ThenBy(r => r.Number).ToList();
        return new LoadedPages([.. ordered.Select(r => r.Document).OfType<Document>()], [.. ordered.Select(r => r.Failed).OfType<FailedInput>()]);
    }

    private void LoadAll(int index, Input input)
    {
        var met = 0L;
        Try(index, long.MaxValue, input.Name, () =>
        {
            using var stream = _bytes.Open(input);
            var entries = Partitioner.Create(PageContainers.Read(input.Name, stream, containers), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(entries, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (entry, _, n) =>
            {
                Interlocked.Increment(ref met);
                if (entry.Page is { } page)
                    Try(index, n, page.Path, () => Desk.Read(new PageInput(page.Path, page.Bytes, null, page.Bearer)));
                else
                    _results.Add(new Result(index, n, null, new FailedInput(entry.Name, WithoutName(entry.Problem!, entry.Name))));
            });
            return met > 0 ? null : throw new UnreadablePageException($"{input.Name}: it holds no pages: nothing in it was answered with success and can be read as text. Check what was collected.");
        });
    }

    private void Try(int index, long number, string name, Func<Document?> read)
    {
        try
        {
            if (read() is { } document)
                _results.Add(new Result(index, number, document, null));
            return;
        }
        catch (AggregateException e) when (e.InnerException is UnreadablePageException inner)
        {
            Fail(WithoutName(inner.Message, name));
        }
        catch (UnreadablePageException e)
        {
            Fail(WithoutName(e.Message, name));
        }
        catch (UnauthorizedAccessException)
        {
            Fail("may not be read; check its permissions (chmod u+r).");
        }
        catch (IOException e)
        {
            Fail($"can't be read ({e.Message.TrimEnd('.')}); try a copy of it.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A bug of ours: said as such, and the other pages still get their brief.
            Fail($"{PageFault.Describe(e)}; leave it out and report it.");
        }

        void Fail(string reason) => _results.Add(new Result(index, number, null, new FailedInput(name, reason)));
    }

    // The list of failures puts the name in front of each reason; a reason that begins with it would say it twice.
    private static string WithoutName(string message, string name) =>
        message.StartsWith(name + ": ", StringComparison.Ordinal) ? message[(name.Length + 2)..] : message;
}
