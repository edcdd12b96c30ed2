using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using Readout.Origins;
using Readout.Stories.Streams;

namespace Readout.Eval;

/// <summary>Does a stream stay as fast as it grows? A set is read over and over, its words changed and its days moved on.</summary>
internal static class Growth
{
    private const int Step = 20_000;

    // the texts that can still be told to be copied
    private const int Window = 350_000;

    /// <param name="copies">Near-copies are looked for, too, before a text joins an event.</param>
    public static int Run(string input, string output, int most, bool copies)
    {
        if (input.EndsWith(".tsv", StringComparison.Ordinal))
        {
            GrowthCurve.Draw(input, output);
            return 0;
        }
        if (Directory.Exists(input))
            return StoryGrowth.Run(input, output);
        var set = StreamFile.Read(input).Where(t => t.Published is not null).OrderBy(t => t.Published).ToList();
        var span = Period.DaysBetween(set[0].Published!.Value, set[^1].Published!.Value) + 1;
        var stream = new EventStream(new EventStreamOptions(Stories: false));
        var index = copies ? new CopyIndex(new CopyOptions { Window = Window }) : null;
        using var process = Process.GetCurrentProcess();
        using var rows = new StreamWriter(output) { AutoFlush = true };
        rows.WriteLine("documents\tdocuments per CPU second\theap MB\tprocess MB");
        var (used, day) = (process.TotalProcessorTime, LocalDate.MinIsoValue);
        for (var round = 0; stream.Count < most; round++)
        {
            foreach (var text in set)
            {
                var moved = text.Published!.Value.PlusDays(round * span);
                if (moved != day)
                    stream.Settle();
                day = moved;
                var next = text with { Id = text.Id + "-" + round, Title = Changed(text.Title, round), Text = Changed(text.Text, round), Published = moved };
                index?.Add(new CopyText(next.Id, null, moved, Shingling.Of(next.Text)));
                stream.Add(next);
                if (stream.Count % Step != 0)
                    continue;
                stream.Settle();
                process.Refresh();
                var seconds = (process.TotalProcessorTime - used).TotalSeconds;
                rows.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stream.Count}\t{Step / seconds:0}\t{GC.GetTotalMemory(false) / 1e6:0}\t{process.WorkingSet64 / 1e6:0}"));
                process.Refresh();
                used = process.TotalProcessorTime;
                if (stream.Count >= most)
                    break;
            }
        }
        return 0;
    }

    // every fourth long word becomes another one in each round
    private static string Changed(string text, int round)
    {
        if (round == 0)
            return text;
        var changed = new StringBuilder(text.Length + 64);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            changed.Append(text, start, i - start);
            if (i - start > 4 && (text[start] + text[start + 2] + round) % 4 == 0)
                changed.Append((char)('a' + (round % 26))).Append((char)('a' + (round / 26 % 26)));
            if (i < text.Length)
                changed.Append(text[i]);
            start = i + 1;
        }
        return changed.ToString();
    }
}
