using Readout.Text;

namespace Readout.Articles.Outlets;

/// <summary>The outlet, and every name found that could be its.</summary>
internal sealed record FoundOutlet(Sourced<string>? Outlet, IReadOnlyList<MetadataCandidate> Candidates);

/// <summary>Finds who published the page: stated in the markup, known by its address, or named by the page about itself.</summary>
internal static class OutletFinder
{
    // "The", "Online", "News"
    private const int MaxMore = 8;

    private static readonly Dictionary<string, (string Where, string Reason)> Rules = new(StringComparer.Ordinal)
    {
        ["outlet-front-matter"] = ("front-matter", "the page's own front matter says so"),
        ["outlet-meta"] = ("meta", "the markup names the site"),
        ["outlet-feed"] = ("feed", "the feed that lists the page is called so"),
        ["outlet-json-ld"] = ("json-ld", "the structured data names the publisher"),
        ["outlet-microdata"] = ("microdata", "the markup names the publisher"),
        ["outlet-domain"] = ("url", "the outlet known to publish at this address"),
        ["outlet-title"] = ("title", "the page title ends in it"),
        ["outlet-self-named"] = ("text", "the page names itself in a notice"),
        ["outlet-masthead"] = ("heading", "the name at the head of the page"),
        ["outlet-opening"] = ("text", "the mark at the head of the text, found outside it too"),
        ["outlet-self-reference"] = ("text", "the report speaks of it as its own"),
        ["outlet-address"] = ("url", "the page's address, for want of a name"),
    };

    public static FoundOutlet Find(Layout layout, int titleIndex)
    {
        var found = new List<Sourced<string>>();
        var address = StatedOutlets.Address(layout);
        found.AddRange(StatedOutlets.Strong(layout, address?.Host));
        var strong = found.Count;
        if (address is var (host, place) && OutletDomains.NameOf(host) is { } known)
            found.Add(new Sourced<string>(known, place, "outlet-domain"));
        found.AddRange(StatedOutlets.Weak(layout, address?.Host));
        foreach (var name in (ReadOnlySpan<Sourced<string>?>)[FromTitle(layout), SelfNames.Find(layout), Masthead.Logo(layout, titleIndex, address?.Host), Masthead.Find(layout)?.Name, Opening.Find(layout)])
        {
            if (name is not null)
                found.Add(name);
        }
        found.AddRange(StatedOutlets.OfFeed(layout, address?.Host));
        // Only a page that says nothing else is searched for what it says in passing.
        if (found.Count == 0 && SelfReferences.Find(layout) is { } own)
            found.Add(own);
        if (address is var (bare, span))
            found.Add(new Sourced<string>(bare, span, "outlet-address"));
        var outlet = found.FirstOrDefault();
        // "orlenpost.example" is an address; the name that it abbreviates may stand further down.
        if (outlet is not null && IsAddress(outlet.Value))
            outlet = found.Take(strong).FirstOrDefault(f => !IsAddress(f.Value))
                ?? found.Find(f => f.Rule == "outlet-domain" || (!IsAddress(f.Value) && f.Rule != "outlet-masthead" && IsNameOf(f.Value, outlet.Value))) ?? outlet;
        return new(outlet, [.. found.Select(f => Candidate(f, outlet!))]);
    }

    private static bool IsAddress(string value) => value.Contains('.', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal);

    private static bool IsNameOf(string name, string address)
    {
        var (plain, label) = (Bylines.Folded.Plain(name), Bylines.Folded.Plain(SiteName.HostWord(SiteName.Host("//" + address) ?? address)));
        return plain.Length >= 3 && label.Length >= 3 && plain.Length <= label.Length + MaxMore && (plain.Contains(label, StringComparison.Ordinal) || label.Contains(plain, StringComparison.Ordinal));
    }

    private static MetadataCandidate Candidate(Sourced<string> found, Sourced<string> outlet)
    {
        var (where, reason) = Rules[found.Rule];
        var isSame = Bylines.Folded.Plain(found.Value) == Bylines.Folded.Plain(outlet.Value);
        return new(MetadataField.Outlet, found.Value, found.Span, where, isSame,
            found == outlet ? reason : isSame ? "the same name as in a more reliable place" : IsAddress(found.Value) ? "an address; a name was found" : "another name than in a more reliable place");
    }

    private static Sourced<string>? FromTitle(Layout layout) =>
        layout.FirstMetadata("title", "title") is { } title && SiteName.Tail(layout, title.Span) is { IsEmpty: false } tail
            ? new Sourced<string>(layout.Folded(tail), tail, "outlet-title")
            : null;

    /// <summary>A name as fully as the page gives it: an acronym is spelled out.</summary>
    public static string Full(Layout layout, Span name)
    {
        var words = layout.Folded(name);
        return Acronym.Expand(layout.Text, words) is { } full ? layout.Folded(full) : words;
    }
}
