using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Eval;

/// <summary>
/// Keeps what was reached: <c>floors.json</c> names sets with the figure each got; a set is predicted anew, scored by
/// its own scorer and compared. A set whose files changed is no longer comparable and says so.
/// </summary>
internal static class Floors
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static int Check(string shared, int jobs, IReadOnlyDictionary<string, Func<string, string, int, int>> tasks, TextWriter output)
    {
        if (!Directory.Exists(Path.Combine(shared, "score")))
        {
            output.WriteLine($"{shared}: the data and scorers are not here; nothing was measured. Name their folder with --shared.");
            return 2;
        }
        var floors = JsonSerializer.Deserialize<List<Floor>>(File.ReadAllText(Path.Combine(Here(), "floors.json")), Options)!;
        var failed = 0;
        foreach (var floor in floors)
        {
            var (figure, problem) = Measure(floor, shared, jobs, tasks);
            var falls = problem is not null || figure < floor.Figure;
            failed += falls ? 1 : 0;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(falls ? "BELOW" : "ok   ")} {floor.Task} {floor.Set}: {floor.Metric} {(problem ?? figure.ToString("0.###", CultureInfo.InvariantCulture))}, floor {floor.Figure:0.###}"));
        }
        output.WriteLine($"{floors.Count - failed} of {floors.Count} floors hold");
        return failed == 0 ? 0 : 1;
    }

    private static (double Figure, string? Problem) Measure(Floor floor, string shared, int jobs, IReadOnlyDictionary<string, Func<string, string, int, int>> tasks)
    {
        var gold = Path.Combine(shared, floor.Hashed);
        if (Hash(gold) is not { } hash)
            return (0, $"{floor.Hashed} is not there");
        if (!string.Equals(hash, floor.Sha256, StringComparison.Ordinal))
            return (0, $"{floor.Hashed} is another file than the floor was measured on ({hash})");
        var prediction = Path.GetTempFileName();
        try
        {
            var code = tasks[floor.Task](Path.Combine(shared, floor.Set), prediction, jobs);
            if (code != 0)
                return (0, $"the task ended with code {code}");
            var text = Score(floor, shared, prediction);
            var found = Regex.Match(text, floor.Figures, RegexOptions.Multiline, TimeSpan.FromSeconds(5));
            return found.Success
                ? (double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), null)
                : (0, "the scorer printed no figure: " + text.Trim());
        }
        finally
        {
            File.Delete(prediction);
        }
    }

    // A file's hash; a folder's is that of its files' names and hashes, in order.
    private static string? Hash(string path)
    {
        if (File.Exists(path))
            return Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        if (!Directory.Exists(path))
            return null;
        var list = string.Concat(Directory.GetFiles(path).Order(StringComparer.Ordinal).Select(f => $"{Path.GetFileName(f)} {Hash(f)}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(list)));
    }

    private static string Score(Floor floor, string shared, string prediction)
    {
        var start = new ProcessStartInfo("python3") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in floor.Scorer)
            start.ArgumentList.Add(argument.Replace("{shared}", shared, StringComparison.Ordinal).Replace("{out}", prediction, StringComparison.Ordinal).Replace("{eval}", Here(), StringComparison.Ordinal));
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : text + errors.GetAwaiter().GetResult();
    }

    private static string Here()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "eval", "floors.json")))
                return Path.Combine(folder.FullName, "eval");
        }
        throw new DirectoryNotFoundException("eval/floors.json is in no folder above the program.");
    }

    /// <summary>One pinned figure.</summary>
    /// <param name="Set">Input of the task, below the shared folder.</param>
    /// <param name="Hashed">The file or folder whose hash says that the set is still the same, below the shared folder.</param>
    /// <param name="Scorer">Arguments of python3; {shared}, {out} and {eval} (this folder) are filled in.</param>
    /// <param name="Figures">Regular expression whose first group is the figure in the scorer's output.</param>
    private sealed record Floor(
        string Task, string Set, string Hashed, string Sha256, IReadOnlyList<string> Scorer, string Metric, string Figures, double Figure);
}
