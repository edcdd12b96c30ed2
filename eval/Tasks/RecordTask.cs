using Readout.Formats;

namespace Readout.Eval.Tasks;

/// <summary>Makes the whole record of a folder of pages, as <c>readout brief --json --include-text</c> does.</summary>
internal static class RecordTask
{
    public static int Run(string input, string output, int jobs)
    {
        if (!Directory.Exists(input))
        {
            Console.Error.WriteLine($"{input}: no such folder. Name one that holds the pages of a story.");
            return 2;
        }
        var documents = Directory.GetFiles(input).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(1, jobs))
            .Select(f => Desk.Read(new PageInput(Path.GetFileName(f), File.ReadAllBytes(f))))
            .ToList();
        using var stream = File.Create(output);
        Json.Write(Desk.Brief(documents), new FormatOptions(IncludeText: true), stream);
        return 0;
    }
}
