using Readout.Stories.Streams;

namespace Readout.Eval.Tasks;

/// <summary>Which texts of a stream report the same event, and which belong to the same story over weeks.</summary>
internal static class ClustersTask
{
    /// <summary>Texts between two settlings, as a host would do it now and then.</summary>
    private const int Batch = 2000;

    /// <summary>Events.</summary>
    public static int Run(string input, string output, int jobs)
    {
        var (stream, ids) = Read(input, Batch, stories: false);
        SetFile.WriteClusters(output, ids.Select((id, i) => KeyValuePair.Create(id, stream.EventOf(i))));
        return 0;
    }

    /// <summary>Stories.</summary>
    public static int RunStorylines(string input, string output, int jobs)
    {
        var (stream, ids) = Read(input, Batch, stories: true);
        SetFile.WriteClusters(output, stream.Storylines().SelectMany(s => s.Texts.Select(text => KeyValuePair.Create(ids[text], s.Id))));
        return 0;
    }

    private static (EventStream Stream, List<string> Ids) Read(string input, int batch, bool stories)
    {
        var stream = new EventStream(new EventStreamOptions(Stories: stories));
        var ids = new List<string>();
        foreach (var text in StreamFile.Read(input))
        {
            stream.Add(text);
            ids.Add(text.Id);
            if (ids.Count % batch == 0)
                stream.Settle();
        }
        stream.Settle();
        return (stream, ids);
    }
}
