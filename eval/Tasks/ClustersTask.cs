using System.Text.Json;
using Readout.Stories.Streams;

namespace Readout.Eval.Tasks;

/// <summary>Which texts of a stream report the same event.</summary>
internal static class ClustersTask
{
    /// <summary>Texts between two settlings, as a host would do it now and then.</summary>
    private const int Batch = 2000;

    public static int Run(string input, string output, int jobs)
    {
        var stream = new EventStream();
        var ids = new List<string>();
        foreach (var text in StreamFile.Read(input))
        {
            stream.Add(text);
            ids.Add(text.Id);
            if (ids.Count % Batch == 0)
                stream.Settle();
        }
        stream.Settle();
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
            found[ids[i]] = stream.EventOf(i);
        File.WriteAllText(output, JsonSerializer.Serialize(found));
        return 0;
    }
}
