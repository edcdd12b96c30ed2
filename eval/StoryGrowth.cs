using System.Diagnostics;
using System.Globalization;
using Readout.Briefs;
using Readout.Claims;
using Readout.Stories;

namespace Readout.Eval;

/// <summary>Does a page of a long story cost more than one of a short story? Times each stage of the record over an eighth, a quarter, half and all of a folder's pages.</summary>
internal static class StoryGrowth
{
    private const int Smallest = 8;

    public static int Run(string folder, string output)
    {
        var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
        // compiled before it is timed
        Times([.. files.Where((_, i) => i % Smallest == 0)]);
        using var rows = new StreamWriter(output) { AutoFlush = true };
        for (var step = Smallest; step >= 1; step /= 2)
        {
            string[] pages = [.. files.Where((_, i) => i % step == 0)];
            var times = Times(pages);
            if (step == Smallest)
                rows.WriteLine("pages\t" + string.Join('\t', times.Select(t => t.Stage)));
            rows.WriteLine(pages.Length + "\t" + string.Join('\t', times.Select(t => (t.Seconds * 1000 / pages.Length).ToString("0.00", CultureInfo.InvariantCulture))));
        }
        return 0;
    }

    // Processor time of each stage, all cores together.
    private static List<(string Stage, double Seconds)> Times(IReadOnlyList<string> files)
    {
        var times = new List<(string, double)>();
        using var process = Process.GetCurrentProcess();
        var documents = Timed("read", () => files.AsParallel().AsOrdered().Select(f => Desk.Read(new PageInput(Path.GetFileName(f), File.ReadAllBytes(f)))).ToList());
        var story = Timed("story", () => StoryBuilder.Build(DocumentIds.Assign(documents)));
        var index = new EntityIndex(story);
        var statements = Timed("statements", () => StatementReader.Read(story, index));
        var similarity = Timed("similarity", () => new Similarity(statements));
        var prospects = Timed("prospects", () => ProspectFinder.Find(story, statements, index));
        var families = LedgerBuilder.Families(story);
        Timed("alignment", () => new ClaimAligner(similarity, new StatementPairs(statements), prospects, families).Align(statements));
        var numbers = Timed("numbers", () => QuantitySlots.Read(statements, index));
        Timed("numbers compared", () => QuantityComparison.Compare(numbers, similarity).Count());
        Timed("utterances", () => UtteranceFinder.Find(story, index));
        var ledger = Timed("ledger, all stages", () => LedgerBuilder.Build(story));
        Timed("brief", () => BriefComposer.Compose(ledger));
        return times;

        T Timed<T>(string stage, Func<T> work)
        {
            GC.Collect();
            process.Refresh();
            var before = process.TotalProcessorTime;
            var made = work();
            process.Refresh();
            times.Add((stage, (process.TotalProcessorTime - before).TotalSeconds));
            return made;
        }
    }
}
