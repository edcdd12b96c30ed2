namespace Readout.Pages.Feeds;

/// <summary>A list of what a site published lately: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0 or JSON Feed 1.x.</summary>
public sealed record Feed
{
    /// <summary>What it is written in: <c>rss</c>, <c>rdf</c>, <c>atom</c> or <c>json</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The version it says it is in, as written; null where it says none.</summary>
    public string? Version { get; init; }

    /// <summary>Its name in plain words.</summary>
    public string? Title { get; init; }

    /// <summary>What it says about itself, as HTML.</summary>
    public string? Description { get; init; }

    /// <summary>The site it belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>Its own address.</summary>
    public string? Self { get; init; }

    /// <summary>Where its older items are; null where it says nothing.</summary>
    public string? Next { get; init; }

    /// <summary>As it says; not checked.</summary>
    public string? Language { get; init; }

    /// <summary>When it last changed.</summary>
    public FeedTime? Updated { get; init; }

    /// <summary>Who writes it, where items don't say.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>How long to wait before asking again, in minutes; null where it says nothing.</summary>
    public int? Ttl { get; init; }

    /// <summary>Hours of the day (UTC) in which it asks not to be read.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week in which it asks not to be read.</summary>
    public IReadOnlyList<NodaTime.IsoDayOfWeek> SkipDays { get; init; } = [];

    /// <summary>What it lists, in its order.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>True where the text ended before the feed did; what stood before is here.</summary>
    public bool IsCut { get; init; }

    /// <summary>What it says of an item's page, by the names of front matter: title, author, published, updated, outlet, language.</summary>
    public IReadOnlyList<BorneFact> Says(FeedItem item)
    {
        var facts = new List<BorneFact>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                facts.Add(new BorneFact(name, value));
        }
        Add("title", item.Title);
        Add("author", string.Join(", ", item.Authors.Count > 0 ? item.Authors : Authors));
        Add("published", item.Published?.Words ?? item.Updated?.Words);
        if (item.Published is not null)
            Add("updated", item.Updated?.Words);
        Add("outlet", item.Source?.Title ?? Title);
        Add("language", item.Language ?? Language);
        return facts;
    }
}

/// <summary>One entry of a feed.</summary>
public sealed record FeedItem
{
    /// <summary>What tells it apart from the feed's others, as written.</summary>
    public string? Id { get; init; }

    /// <summary>The address of the article.</summary>
    public string? Link { get; init; }

    /// <summary>Every address it names as its own, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Its headline in plain words.</summary>
    public string? Title { get; init; }

    public FeedTime? Published { get; init; }

    public FeedTime? Updated { get; init; }

    /// <summary>Names as written, without addresses of mail.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>A few lines about it, as HTML.</summary>
    public string? Summary { get; init; }

    /// <summary>Its full text, as HTML; null where the feed gives only a summary.</summary>
    public string? Content { get; init; }

    public string? Language { get; init; }

    /// <summary>The feed it was taken over from, by name and address.</summary>
    public FeedSource? Source { get; init; }

    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];
}

/// <summary>The feed that an item comes from.</summary>
public sealed record FeedSource(string? Title, string? Link);

/// <summary>A file that belongs to an item: a picture, a recording.</summary>
public sealed record FeedEnclosure(string Address, string? MediaType, long? Length);
