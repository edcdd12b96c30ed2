namespace Readout.Store.Snapshots;

/// <summary>
/// Words that very many pages' layers have, by number, so that no snapshot need spell them: rules and reasons as the code
/// has them, tags, relations, types, days, verbs that events are named by, and endings (<see cref="WordForm"/>).
/// </summary>
internal static class SharedWords
{
    /// <summary>In the order of <c>SharedWords.txt</c>; who changes that file changes <see cref="DocumentSnapshot.Version"/>.</summary>
    public static IReadOnlyList<string> All { get; } = Lines();

    private static readonly Dictionary<string, int> s_numbers = All.Select((word, i) => (word, i)).ToDictionary(w => w.word, w => w.i + 2, StringComparer.Ordinal);

    public static int Count => All.Count;

    /// <summary>The number by which a snapshot knows the word.</summary>
    public static bool TryFind(string word, out int number) => s_numbers.TryGetValue(word, out number);

    private static string[] Lines()
    {
        using var reader = new StreamReader(typeof(SharedWords).Assembly.GetManifestResourceStream("Readout.Store.Snapshots.SharedWords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
