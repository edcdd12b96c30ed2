using System.CommandLine;
using System.Security.Cryptography;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Cli.Records;
using Readout.Formats;
using Readout.Pages;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>Is a record still what its pages say? Re-reads, re-hashes, re-matches and makes it again.</summary>
internal static class VerifyCommand
{
    // Enough to see what went wrong; a record from other code differs everywhere.
    private const int MostLines = 40;

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var doc = new Argument<string>("DOC") { Description = "A JSON document made by 'readout brief --json'." };
        var pages = new Option<string?>("--pages") { Description = "Where the pages lie now, if not where the document says.", HelpName = "DIR" };
        var command = new Command("verify", "Re-read the pages of a JSON document and check every word of it. Exit 0: all holds; 1: something differs; 5: a page's bytes changed.")
        {
            doc, pages,
        };
        Examples.AddTo(command,
            "readout verify record.json",
            "readout verify record.json --pages archive/pages");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var name = result.GetValue(doc)!;
            using var record = RecordFile.Parse(name, RecordBytes.Read(here, name));
            return Verify(here, record, new PageBytes(here, result.GetValue(pages)), globals.IsQuiet(result));
        });
        return command;
    }

    private static int Verify(Shell shell, RecordFile record, PageBytes files, bool quiet)
    {
        var read = record.Documents.ToDictionary(d => d, files.Read);
        var missing = read.Where(p => p.Value is null).Select(p => p.Key).ToList();
        var changed = read.Where(p => p.Value is { } bytes && Hash(bytes) != p.Key.Sha256).Select(p => p.Key).ToList();
        foreach (var page in missing)
            shell.Complain($"{page.Path}: not found; say where it lies now with --pages DIR.");
        foreach (var page in changed)
            shell.Print($"{page.Path}: the bytes changed since the record was made ({page.Id}).\n");
        if (read.Count > 0 && missing.Count == read.Count)
        {
            shell.Complain("nothing could be read.");
            return ExitCode.Usage;
        }

        var unreadable = new List<string>();
        var documents = Documents(record, read.Where(p => p.Value is not null && !changed.Contains(p.Key)), unreadable);
        var words = new Words(documents.ToDictionary(p => p.Key.Id, p => p.Value.Text, StringComparer.Ordinal));
        var check = new SpanCheck(record, words);
        List<string> problems = [.. unreadable, .. check.Run()];
        var isWhole = documents.Count == record.Documents.Count;
        if (isWhole)
            problems.AddRange(Differences(record, documents.Values));
        foreach (var problem in problems.Take(MostLines))
            shell.Print(problem + "\n");
        if (problems.Count > MostLines)
            shell.Print($"… and {problems.Count - MostLines} more\n");

        if (!quiet)
        {
            var derived = isWhole ? "made again" : "not made again, pages are missing or changed";
            shell.Error.WriteLine($"{record.Documents.Count - missing.Count - changed.Count} of {record.Documents.Count} pages as recorded, {check.Places} places looked up, record {derived}: {(problems.Count == 0 ? "no difference" : $"{problems.Count} difference(s)")}.");
        }
        return changed.Count > 0 ? ExitCode.BytesChanged
            : problems.Count > 0 ? ExitCode.No
            : missing.Count > 0 ? ExitCode.SomeFailed
            : ExitCode.Done;
    }

    private static Dictionary<RecordedPage, Document> Documents(RecordFile record, IEnumerable<KeyValuePair<RecordedPage, byte[]?>> read, List<string> unreadable)
    {
        var days = record.Request.Published.GroupBy(p => p.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Day, StringComparer.Ordinal);
        var documents = new Dictionary<RecordedPage, Document>();
        foreach (var (page, bytes) in read)
        {
            try
            {
                var options = new ArticleOptions(days.TryGetValue(page.Path, out var day) ? day : (LocalDate?)null);
                documents[page] = Desk.Read(new PageInput(page.Path, bytes!, options)) with { Id = page.Id };
            }
            catch (UnreadablePageException e)
            {
                unreadable.Add($"{page.Path}: the same bytes can't be read any more ({e.Message})");
            }
        }
        return documents;
    }

    private static IEnumerable<string> Differences(RecordFile record, IEnumerable<Document> documents)
    {
        using var again = new MemoryStream();
        Json.Write(Desk.Brief(documents, record.Request.Brief), new FormatOptions(record.IncludesText, record.Request), again);
        using var now = RecordFile.Parse("the record made again", again.ToArray());
        return JsonDifference.Between(record.Root, now.Root).Take(10_000).ToList();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
