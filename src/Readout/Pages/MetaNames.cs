namespace Readout.Pages;

/// <summary>What the name of a meta element says of the date in it.</summary>
internal enum MetaDate { None, Published, Publication, Bare, Created, Modified }

/// <summary>Reads from the names that sites give their meta elements what date they hold.</summary>
internal static class MetaNames
{
    // Names of things that lie ahead, end, or belong to a person or an event.
    private static readonly string[] Foreign =
        ["expir", "unpubl", "valid", "event", "birth", "start", "end_", "end-", "endtime", "enddate", "revisit", "until", "death", "embargo", "timezone", "time_zone", "readtime", "reading", "time-to", "duration", "candidate", "mandate", "updatefreq", "dateline"];

    private static readonly string[] Modified = ["modif", "updat", "revis", "lastmod", "changed", "edited", "last-pub", "lastpub"];

    private static readonly string[] Created = ["creat", "timestamp", "upload", "release"];

    /// <summary>What date a name promises; it is lower case.</summary>
    public static MetaDate Read(string name)
    {
        var dated = name.Contains("date", StringComparison.Ordinal) || name.Contains("time", StringComparison.Ordinal);
        if (!dated && !name.Contains("publi", StringComparison.Ordinal) && !name.Contains("creat", StringComparison.Ordinal) && !name.Contains("issued", StringComparison.Ordinal)
            && !name.Contains("upload", StringComparison.Ordinal) && !Mentions(name, Modified))
            return MetaDate.None;
        if (Mentions(name, Foreign) || name.EndsWith("publisher", StringComparison.Ordinal))
            return MetaDate.None;
        if (Mentions(name, Modified))
            return MetaDate.Modified;
        if (name is "article:published_time" or "og:published_time" or "article:published" or "vr:published_time" or "rnews:datepublished" or "og:article:published_time"
            || name.EndsWith(":article_published_time", StringComparison.Ordinal))
            return MetaDate.Published;
        if (name is "date" or "dc.date" or "dcterms.date" or "og:date" or "time" or "datetime")
            return MetaDate.Bare;
        if (Mentions(name, Created))
            return MetaDate.Created;
        return dated || name.Contains("publi", StringComparison.Ordinal) || name.Contains("issued", StringComparison.Ordinal) ? MetaDate.Publication : MetaDate.None;
    }

    /// <summary>Tells whether a meta element of any name holds a date: its name promises one, and its value looks like one.</summary>
    public static bool IsDate(string name, string? value) =>
        value is { Length: >= 8 and <= 40 } && value.AsSpan().ContainsAnyInRange('0', '9') && Read(name) != MetaDate.None;

    private static bool Mentions(string name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
