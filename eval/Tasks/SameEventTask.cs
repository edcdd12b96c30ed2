using System.Text.Json;
using Readout.Claims;
using Readout.Training.Alignment;

namespace Readout.Eval.Tasks;

/// <summary>
/// Whether two sentences tell of one event. The sentences that the file has of a topic are one pile, as the ledger has all pages of a
/// story before it; the answers in the file are not looked at.
/// </summary>
internal static class SameEventTask
{
    public static int Run(string input, string output, int jobs)
    {
        var pairs = SentencePair.Read(SetFile.Lines(input));
        var answers = pairs.Zip(SentencePair.Rows(pairs), (p, row) => (p.Id, Same: SameEvent.Score(row) >= SameEvent.Threshold));
        File.WriteAllLines(output, answers.Select(a => a.Id is null
            ? JsonSerializer.Serialize(new { same_event = a.Same })
            : JsonSerializer.Serialize(new { id = a.Id, same_event = a.Same })));
        return 0;
    }
}
