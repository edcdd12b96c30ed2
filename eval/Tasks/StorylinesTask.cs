using System.Text.Json;
using Readout.Stories.Streams;

namespace Readout.Eval.Tasks;

/// <summary>Which texts of a stream belong to the same story over weeks.</summary>
internal static class StorylinesTask
{
    public static int Run(string input, string output, int jobs)
    {
        var stream = new EventStream();
        var ids = new List<string>();
        foreach (var text in StreamFile.Read(input))
        {
            stream.Add(text);
            ids.Add(text.Id);
        }
        stream.Settle();
        Write(stream, ids, output);
        return 0;
    }

    private static void Write(EventStream stream, List<string> ids, string output)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var story in stream.Storylines())
        {
            foreach (var text in story.Texts)
                found[ids[text]] = story.Id;
        }
        File.WriteAllText(output, JsonSerializer.Serialize(found));
    }
}
