using System.CommandLine;
using System.Security.Cryptography;
using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Cli.Records;
using Readout.Cli.Workspaces;
using Readout.Formats;
using Readout.Formats.Bundles;
using Readout.Formats.Exports;
using Readout.Pages;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>Is a record still what its pages say? Re-reads, re-hashes, re-matches and makes it again.</summary>
internal static class VerifyCommand
{
    // Enough to see what went wrong; a record from other code differs everywhere.
    private const int MostLines = 40;

    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var doc = new Argument<string>("DOC") { Description = "A JSON document made by 'readout brief --json', or a bundle made by 'readout export --format bundle'." };
        var pages = new Option<string?>("--pages") { Description = "Where the pages lie now, if not where the document says.", HelpName = "DIR" };
        var command = new Command("verify", "Re-read the pages of a JSON document or a bundle and check every word of it. Exit 0: all holds; 1: something differs; 5: bytes changed.")
        {
            doc, pages,
        };
        Examples.AddTo(command,
            "readout verify record.json",
            "readout verify record.json --pages archive/pages",
            "readout verify story.bundle.zip                on any machine, with nothing else");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            var name = result.GetValue(doc)!;
            var bytes = RecordBytes.Read(here, name);
            if (Bundle.IsBundle(bytes))
                return new BundleCheck(here, name, globals.IsQuiet(result)).Run(bytes, result.GetValue(pages));
            using var record = RecordFile.Parse(name, bytes);
            return Verify(here, record, new PageBytes(here, result.GetValue(pages), record).Read, globals.IsQuiet(result), [CorrectionSet.None, .. Kept(here)]);
        });
        return command;
    }

    /// <summary>Checks a record against its pages.</summary>
    /// <param name="bytes">The bytes of a page; null where they are not at hand.</param>
    /// <param name="corrections">What somebody corrected, as the record may have been made with it: the first with which it holds counts.</param>
    public static int Verify(Shell shell, RecordFile record, Func<RecordedPage, FoundBytes?> bytes, bool quiet, IReadOnlyList<CorrectionSet> corrections)
    {
        var read = record.Documents.ToDictionary(d => d, bytes);
        var missing = read.Where(p => p.Value is null).Select(p => p.Key).ToList();
        var changed = read.Where(p => p.Value is { } found && Hash(found.Bytes) != p.Key.Sha256).Select(p => p.Key).ToList();
        // Who leaves the words out seldom passes the pages on.
        foreach (var page in missing.Where(_ => !record.IsRedacted))
            shell.Complain($"{page.Path}: not found; say where it lies now with --pages DIR.");
        foreach (var page in changed)
            shell.Print($"{page.Path}: the bytes changed since the record was made ({page.Id}).\n");
        if (read.Count > 0 && missing.Count == read.Count && !record.IsRedacted)
        {
            shell.Complain("nothing could be read.");
            return ExitCode.Usage;
        }

        var there = read.Where(p => p.Value is not null && !changed.Contains(p.Key)).ToList();
        var attempt = Check(record, there, corrections[0]);
        var (problems, places, isWhole) = attempt.Problems.Count == 0 ? attempt : corrections.Skip(1).Select(c => Check(record, there, c)).FirstOrDefault(a => a.Problems.Count == 0) ?? attempt;
        foreach (var problem in problems.Take(MostLines))
            shell.Print(problem + "\n");
        if (problems.Count > MostLines)
            shell.Print($"… and {problems.Count - MostLines} more\n");

        if (!quiet)
        {
            var derived = isWhole ? "made again" : new RecordView(record.Root).HasRedactedNames ? "not made again, names were replaced" : "not made again, pages are missing or changed";
            shell.Error.WriteLine($"{record.Documents.Count - missing.Count - changed.Count} of {record.Documents.Count} pages as recorded, {places} places looked up, record {derived}: {(problems.Count == 0 ? "no difference" : $"{problems.Count} difference(s)")}.");
        }
        return changed.Count > 0 ? ExitCode.BytesChanged
            : problems.Count > 0 ? ExitCode.No
            : missing.Count > 0 && !record.IsRedacted ? ExitCode.SomeFailed
            : ExitCode.Done;
    }

    private sealed record Checked(IReadOnlyList<string> Problems, int Places, bool IsWhole);

    private static Checked Check(RecordFile record, IReadOnlyList<KeyValuePair<RecordedPage, FoundBytes?>> read, CorrectionSet corrections)
    {
        var unreadable = new List<string>();
        var documents = Documents(record, read, corrections, unreadable);
        var words = new Words(documents.ToDictionary(p => p.Key.Id, p => p.Value.Text, StringComparer.Ordinal));
        var check = new SpanCheck(record, words);
        List<string> problems = [.. unreadable, .. check.Run()];
        var isWhole = documents.Count == record.Documents.Count && !new RecordView(record.Root).HasRedactedNames;
        if (isWhole)
            problems.AddRange(Differences(record, [.. documents.Values], corrections));
        return new Checked(problems, check.Places, isWhole);
    }

    // A record of the workspace's pages was made with the workspace's corrections.
    private static IEnumerable<CorrectionSet> Kept(Shell shell)
    {
        if (Workspace.Find(shell.Directory) is not { } folder)
            yield break;
        using var workspace = Workspace.Read(folder, shell.Clock);
        if (workspace.Corrections.All().Count > 0)
            yield return workspace.Corrections.Current();
    }

    private static Dictionary<RecordedPage, Document> Documents(RecordFile record, IEnumerable<KeyValuePair<RecordedPage, FoundBytes?>> read, CorrectionSet corrections, List<string> unreadable)
    {
        var days = record.Request.Published.GroupBy(p => p.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Day, StringComparer.Ordinal);
        var documents = new Dictionary<RecordedPage, Document>();
        foreach (var (page, found) in read)
        {
            try
            {
                var options = new ArticleOptions(days.TryGetValue(page.Path, out var day) ? day : (LocalDate?)null);
                documents[page] = corrections.Apply(Desk.Read(new PageInput(page.Path, found!.Bytes, options, found.Bearer))) with { Id = page.Id };
            }
            catch (UnreadablePageException e)
            {
                unreadable.Add($"{page.Path}: the same bytes can't be read any more ({e.Message})");
            }
        }
        return documents;
    }

    private static List<string> Differences(RecordFile record, IReadOnlyList<Document> documents, CorrectionSet corrections)
    {
        var brief = new KeptPages(documents, corrections).Brief(record.Request.Brief);
        if (new RecordView(record.Root).Redacted is not { } redacted)
        {
            using var now = RecordFile.Of(brief, new FormatOptions(record.IncludesText, record.Request));
            return JsonDifference.Between(record.Root, now.Root).Take(10_000).ToList();
        }
        using var whole = RecordFile.Of(brief, new FormatOptions(IncludeText: true, record.Request));
        using var again = RecordFile.Parse("the record made again", Redaction.Write(new RecordView(whole.Root), redacted));
        return JsonDifference.Between(record.Root, again.Root).Take(10_000).ToList();
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
}
