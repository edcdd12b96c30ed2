using System.Text.Json;
using Readout.Claims;
using Readout.Training.Alignment;

namespace Readout.Eval.Tasks;

/// <summary>Whether a piece of evidence bears a claim out, contradicts it or says nothing of it.</summary>
internal static class ContradictionsTask
{
    public static int Run(string input, string output, int jobs) => SetFile.Answer(input, output, jobs, Answer);

    private static string Answer(string line)
    {
        using var json = JsonDocument.Parse(line);
        var claim = StatementValues.Read(SetText.Annotate(json.RootElement.GetProperty("claim").GetString()!));
        var evidence = StatementValues.Read(SetText.Annotate(json.RootElement.GetProperty("evidence").GetString()!));
        var verdict = ClaimVerdict.Of(claim, evidence) switch
        {
            Verdict.Contradict => "contradict",
            Verdict.Support => "support",
            _ => "neutral",
        };
        return JsonSerializer.Serialize(new { id = json.RootElement.GetProperty("id").GetString(), label = verdict });
    }
}
