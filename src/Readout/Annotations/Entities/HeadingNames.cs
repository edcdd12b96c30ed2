namespace Readout.Annotations;

/// <summary>Reads names in headlines, where capitals prove nothing: only what the body names is found there.</summary>
internal static class HeadingNames
{
    private const int Longest = 8;

    public static List<Name> Find(PageWords words, IReadOnlyList<Name> names)
    {
        var known = new Dictionary<string, Name>(StringComparer.Ordinal);
        var starts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Entity < 0 || name.IsGovernment)
                continue;
            // a name that two entities share is left alone
            if (known.TryGetValue(name.Key, out var other) && other?.Entity != name.Entity)
                known[name.Key] = null!;
            else
                known[name.Key] = name;
            starts.Add(words[name.First].Fold);
        }
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new List<Name>();
        for (var i = 0; i < words.Count(); i++)
        {
            if (!words[i].Is(WordShape.Heading) || !words[i].Is(WordShape.Capital) || !starts.Contains(words[i].Fold))
                continue;
            for (var end = Math.Min(i + Longest, words.Count()); end > i; end--)
            {
                if (words[end - 1].Sentence != words[i].Sentence || !lookup.TryGetValue(words.Folds(i, end), out var model) || model is null)
                    continue;
                found.Add(new Name(words, i, end) { Entity = model.Entity, Form = model.Form, Rule = "name-in-headline", FromMemory = true });
                i = end - 1;
                break;
            }
        }
        return found;
    }
}
