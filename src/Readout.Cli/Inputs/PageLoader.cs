using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Pages;

namespace Readout.Cli.Inputs;

/// <summary>What came of reading the inputs.</summary>
internal sealed record LoadedPages(IReadOnlyList<Document> Documents, IReadOnlyList<FailedInput> Failed);

/// <summary>The loop over the pages: reads them on all cores and records what fails against its page. One bad page never stops a run.</summary>
internal sealed class PageLoader(Shell shell)
{
    /// <param name="published">Days supplied by the user, by input.</param>
    /// <param name="progress">Called once for every page read or failed, from any thread; null for nobody.</param>
    public LoadedPages Load(IReadOnlyList<Input> inputs, IReadOnlyDictionary<Input, LocalDate> published, Action? progress)
    {
        var documents = new Document?[inputs.Count];
        var failures = new FailedInput?[inputs.Count];
        Parallel.For(0, inputs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var input = inputs[i];
            try
            {
                var options = new ArticleOptions(published.TryGetValue(input, out var day) ? day : null);
                documents[i] = Desk.Read(new PageInput(input.Name, Bytes(shell, input), options));
            }
            catch (UnreadablePageException e)
            {
                failures[i] = new FailedInput(input.Name, WithoutName(e.Message, input.Name));
            }
            catch (UnauthorizedAccessException)
            {
                failures[i] = new FailedInput(input.Name, "may not be read; check its permissions (chmod u+r).");
            }
            catch (IOException e)
            {
                failures[i] = new FailedInput(input.Name, $"can't be read ({e.Message.TrimEnd('.')}); try a copy of it.");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A bug of ours: said as such, and the other pages still get their brief.
                failures[i] = new FailedInput(input.Name, $"Readout failed on this page ({e.GetType().Name}: {e.Message}); leave it out and report it.");
            }
            progress?.Invoke();
        });
        return new LoadedPages([.. documents.OfType<Document>()], [.. failures.OfType<FailedInput>()]);
    }

    /// <summary>An input's bytes.</summary>
    public static byte[] Bytes(Shell shell, Input input)
    {
        if (input.File is { } file)
            return File.ReadAllBytes(file);
        using var all = new MemoryStream();
        shell.In.CopyTo(all);
        return all.ToArray();
    }

    // The list of failures puts the name in front of each reason; a reason that begins with it would say it twice.
    private static string WithoutName(string message, string name) =>
        message.StartsWith(name + ": ", StringComparison.Ordinal) ? message[(name.Length + 2)..] : message;
}
