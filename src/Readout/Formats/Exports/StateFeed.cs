namespace Readout.Formats.Exports;

/// <summary>What both kinds of feed say about a record.</summary>
/// <param name="Subject">Only what changed of what has this id; null for everything.</param>
internal sealed record StateFeed(RecordView Record, string? Subject)
{
    public IReadOnlyList<StateChange> Changes { get; } = [.. StateChange.All(Record).Where(c => Subject is null || c.Subject == Subject)];

    /// <summary>The same for one story or query as long as its first page is the same.</summary>
    public string Id
    {
        get
        {
            var filter = Record.Root.Object("request")?.Object("filter");
            string?[] asked = [Record.Pages.FirstOrDefault().Id, filter?.Text("about"), filter?.Text("by"), filter?.Text("from"), filter?.Text("to"), Subject];
            return PageNames.Part("changes:" + string.Join(':', asked.Where(a => !string.IsNullOrEmpty(a))));
        }
    }

    /// <summary>What was asked for, in words; the first page's title where it was everything.</summary>
    public string Title
    {
        get
        {
            var filter = Record.Root.Object("request")?.Object("filter");
            var asked = string.Join(", ", new[] { ("about", filter?.Text("about")), ("by", filter?.Text("by")), ("from", filter?.Text("from")), ("until", filter?.Text("to")) }
                .Where(a => !string.IsNullOrEmpty(a.Item2)).Select(a => $"{a.Item1} {a.Item2}"));
            if (Subject is not null && Record.Root.Rows("prospects").FirstOrDefault(p => p.Id == Subject).Text("definition") is { } definition)
                return $"What changed: {WhiteSpace.Fold(definition)}";
            var first = Record.Pages.FirstOrDefault().Object("title")?.Text("value");
            return "What changed" + (asked.Length > 0 ? " " + asked : first is null ? "" : $": {WhiteSpace.Fold(first)}");
        }
    }

    /// <summary>When it last changed; a feed must say, so one without any date says the first moment there is.</summary>
    public string Updated => Changes.Select(c => c.Updated).FirstOrDefault(u => u is not null) ?? (Record.AsOf is { } day ? Stamp.Midnight(day) : NoDate);

    public const string NoDate = "1970-01-01T00:00:00Z";

    /// <summary>What changed, and the beginning of the words that show it.</summary>
    public string TitleOf(StateChange change) =>
        Record.Words(change.Places[0].Document, (change.Places[0].Start, change.Places[0].End)) is { } words ? $"{change.Title}: «{Shortened(WhiteSpace.Fold(words))}»" : change.Title;

    /// <summary>The words that show a change, each on a line with its place.</summary>
    public string Content(StateChange change) => string.Join('\n', change.Places.Select(p => p.Words(Record)));

    /// <summary>Addresses of the pages that show a change.</summary>
    public IEnumerable<string> Addresses(StateChange change) =>
        change.Places.Select(p => RecordView.Address(Record.Page(p.Document))).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string Shortened(string words)
    {
        const int Most = 80;
        if (words.Length <= Most)
            return words;
        var space = words.LastIndexOf(' ', Most);
        var end = space > Most / 2 ? space : Most;
        return words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)] + " …";
    }
}
