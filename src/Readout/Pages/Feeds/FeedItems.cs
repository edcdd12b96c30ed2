using Readout.Pages.Xml;

namespace Readout.Pages.Feeds;

/// <summary>Collects items while a feed is read, so that its markup need not be kept.</summary>
internal sealed class FeedItems(string? address)
{
    public List<FeedItem> Found { get; } = [];

    /// <summary>True where there were more than are kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes an element that closed; true where it was an item and need not be kept.</summary>
    public bool Take(XmlElement element)
    {
        if (element.Name is not ("item" or "entry" or "atom:entry"))
            return false;
        if (Found.Count >= FeedReader.MaxItems)
            IsFull = true;
        else
            Found.Add(element.Name == "item" ? RssFeed.Item(element, address) : AtomFeed.Entry(element, address));
        return true;
    }
}
