using System.Text;
using Readout.Pages.Dom;

namespace Readout.Pages;

/// <summary>Writes what a page's markup states about it: title, meta elements, canonical link, JSON-LD, microdata, times.</summary>
internal static class HtmlMetadata
{
    private const int MaxTimes = 25;
    private const int MaxLooked = 150;
    private const int MaxParticulars = 30;
    // Blanks in a line that is a sentence and no byline.
    private const int MinProse = 5;
    private const int MaxLinkWords = 20;

    // Names of meta elements that say something about the article; the rest is for browsers, ads and search engines.
    private static readonly HashSet<string> Meta = new(StringComparer.Ordinal)
    {
        "og:title", "og:site_name", "og:type", "og:url", "og:description", "og:locale", "og:updated_time", "og:published_time", "og:pubdate",
        "article:published_time", "article:modified_time", "article:published", "article:modified", "article:author", "article:publisher", "article:section", "article:content_tier", "medium",
        "description", "author", "authors", "byl", "date", "pubdate", "publishdate", "publish-date", "publish_date", "published", "published_date", "datepublished", "displaydate", "timestamp",
        "publication_date", "publication-date", "citation_publication_date", "citation_date", "citation_author", "date.created", "created", "originalpublicationdate", "cxenseparse:recs:publishtime",
        "dc.title", "dc.creator", "dc.date", "dc.date.issued", "dc.date.created", "dc.publisher", "dc.date.modified", "dcterms.date", "dcterms.created", "dcterms.issued", "dcterms.modified", "dcterms.creator",
        "sailthru.date", "sailthru.author", "sailthru.title", "parsely-pub-date", "parsely-author", "parsely-title", "article.published", "article.created", "article.updated", "last-modified", "modified", "datemodified", "date.modified", "revised", "lastmod",
        "twitter:title", "twitter:creator", "application-name", "apple-mobile-web-app-title", "publisher", "copyright", "source", "language", "content-language", "dc.language", "news_keywords", "syndication-source", "original-source",
        "shareaholic:article_published_time", "shareaholic:site_name", "rnews:datepublished", "bt:pubdate", "article_date_original", "iso-8601-publish-date", "doc_date", "title", "headline", "vr:published_time", "cse_date", "firstpublished", "video:release_date", "analyticsattributes.articledate", "dateposted", "release_date",
    };

    public static void Write(DomDocument document, HtmlMarkup markup, PageWriter writer)
    {
        if (document.Root?.Attribute("lang") is { Length: > 0 and < 20 } lang)
            writer.Line("html", "lang", "html.lang", lang);
        writer.Line("title", "title", "title", document.Title);
        var (times, looked) = (0, 0);
        var scripts = new List<DomElement>();
        var structured = new JsonLd(writer);
        var labels = new CardLabels(writer);
        // One pass in document order: pages put meta elements, scripts and microdata anywhere.
        foreach (var element in document.Elements)
        {
            switch (element.Name)
            {
                case "meta":
                    WriteMeta(element, writer);
                    labels.Read(element);
                    break;
                case "a" when IsAuthorLink(element):
                    writer.Line("link", "author", "rel.author", Words(element));
                    WriteMicrodata(element, writer);
                    break;
                case "link":
                    WriteLink(element, writer);
                    break;
                case "script" when element.Attribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                    structured.Write(markup.TextOf(element));
                    break;
                case "script":
                    scripts.Add(element);
                    break;
                case "time" when times < MaxTimes && looked++ < MaxLooked:
                    times += WriteTime(element, writer) ? 1 : 0;
                    break;
                case "abbr" when times < MaxTimes && looked++ < MaxLooked:
                    times += WriteAbbreviatedTime(element, writer) ? 1 : 0;
                    break;
                default:
                    WriteMicrodata(element, writer);
                    break;
            }
        }
        if (!writer.Metadata.Any(line => line.Where is not ("mhtml" or "capture") && (line.Name.Contains("date", StringComparison.Ordinal) || line.Name.Contains("time", StringComparison.Ordinal))))
            ScriptDates.Write(scripts.Select(markup.TextOf), writer);
    }

    private static void WriteMeta(DomElement element, PageWriter writer)
    {
        if (element.Has("itemprop"))
            WriteMicrodata(element, writer);
        var name = (element.Attribute("property") ?? element.Attribute("name") ?? element.Attribute("http-equiv"))?.Trim().ToLowerInvariant();
        if (name is null)
            return;
        if (name.StartsWith("dc:", StringComparison.Ordinal))
            name = "dc." + name[3..];
        else if (name.StartsWith("dcterms:", StringComparison.Ordinal))
            name = "dcterms." + name[8..];
        if (Meta.Contains(name) || MetaNames.IsDate(name, element.Attribute("content")))
            writer.Line("meta", name, name, element.Attribute("content"));
    }

    private static void WriteLink(DomElement element, PageWriter writer)
    {
        var rel = element.Attribute("rel");
        if (string.Equals(rel, "canonical", StringComparison.OrdinalIgnoreCase))
            writer.Line("link", "canonical", "link.canonical", element.Attribute("href"));
        else if (string.Equals(rel, "author", StringComparison.OrdinalIgnoreCase) || string.Equals(rel, "publisher", StringComparison.OrdinalIgnoreCase))
            writer.Line("link", rel!.ToLowerInvariant(), "link." + rel.ToLowerInvariant(), element.Attribute("title"));
        else if (string.Equals(element.Attribute("itemprop"), "mainEntityOfPage", StringComparison.OrdinalIgnoreCase))
            writer.Line("link", "mainentityofpage", "link.mainEntityOfPage", element.Attribute("href"));
    }

    private static bool WriteTime(DomElement element, PageWriter writer)
    {
        var value = element.Attribute("datetime") ?? element.Attribute("content");
        if (string.IsNullOrWhiteSpace(value) || IsElsewhere(element))
            return false;
        var property = element.Attribute("itemprop")?.Trim().ToLowerInvariant() ?? "";
        var hint = property + " " + (element.Attribute("class") ?? "").ToLowerInvariant() + " " + (element.Around?.Attribute("class") ?? "").ToLowerInvariant();
        var name = property is "datepublished" or "datemodified" ? property
            : Mentions(hint, "modif", "updat", "revis") ? "datemodified"
            : element.Has("pubdate") || Mentions(hint, "publish", "pubdate", "entry-date") ? "datepublished"
            : "datetime";
        if (name == "datetime" && property.Length == 0 && IsInProse(element))
            return false;
        writer.Line(property.Length > 0 ? "microdata" : "time", name, property.Length > 0 ? "microdata." + property : "time." + name, value);
        return true;
    }

    // Blogs and networks put the machine's date into the title of an abbreviation, or its seconds into a data attribute.
    private static bool WriteAbbreviatedTime(DomElement element, PageWriter writer)
    {
        var hint = ((element.Attribute("class") ?? "") + " " + (element.Attribute("itemprop") ?? "")).ToLowerInvariant();
        var value = element.Attribute("data-utime") ?? (Mentions(hint, "publi", "updat", "date", "time") ? element.Attribute("title") : null);
        if (value is not { Length: >= 8 and <= 60 } || !value.AsSpan().ContainsAnyInRange('0', '9') || IsElsewhere(element))
            return false;
        var name = Mentions(hint, "updat", "modif") ? "datemodified" : Mentions(hint, "publi") ? "datepublished" : "datetime";
        writer.Line("time", name, "time." + name, value);
        return true;
    }

    private static void WriteMicrodata(DomElement element, PageWriter writer)
    {
        if (element.Attribute("itemtype") is { } type && JsonLdKind.Tells(type.AsSpan(type.LastIndexOf('/') + 1)) && !IsElsewhere(element))
            writer.Line("microdata", "itemtype", "microdata.itemtype", type);
        // RDFa says the same with another attribute: property="schema:datePublished".
        var property = element.Attribute("itemprop") ?? DatedProperty(element);
        if (property is null)
            return;
        foreach (var name in property.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var key = name.ToLowerInvariant();
            if (key is not ("datepublished" or "datemodified" or "datecreated" or "dateupdate" or "dateupdated" or "headline" or "author" or "publisher" or "name" or "inlanguage") || IsElsewhere(element, key is "author" or "name"))
                continue;
            var label = key;
            if (key == "name")
            {
                // A name says something only about the thing around it.
                var owner = Owner(element);
                if (owner is not ("author" or "publisher"))
                    continue;
                key = owner;
                label = owner + ".name";
            }
            else if (key is "author" or "publisher" && element.Has("itemscope"))
            {
                continue;
            }
            if (key.StartsWith("dateupdate", StringComparison.Ordinal))
                key = "datemodified";
            writer.Line("microdata", key, "microdata." + label, element.Attribute("content") ?? element.Attribute("datetime") ?? Words(element));
        }
    }

    private static bool IsAuthorLink(DomElement element) =>
        element.Attribute("rel") is { } rel && rel.Split(' ').Contains("author", StringComparer.OrdinalIgnoreCase) && !IsElsewhere(element, isAgent: true);

    private static string? DatedProperty(DomElement element)
    {
        if (element.Name == "meta" || element.Attribute("property") is not { } property)
            return null;
        var name = property[(property.LastIndexOf(':') + 1)..];
        return name.StartsWith("date", StringComparison.OrdinalIgnoreCase) ? name : null;
    }

    private static string? Owner(DomElement element)
    {
        for (var at = element.Around; at is not null; at = at.Around)
        {
            if (at.Has("itemscope"))
                return at.Attribute("itemprop")?.Trim().ToLowerInvariant();
        }
        return null;
    }

    // A line of a list beside the headline: "By Ada Moll", "6 May". Lists of other articles hold more words.
    private const int MaxLine = 80;

    // Times and names of comments, teasers and other articles say nothing about this one.
    private static bool IsElsewhere(DomElement element, bool isAgent = false)
    {
        var steps = 0;
        for (var at = element; at is not null && steps < 12; at = at.Around, steps++)
        {
            if (at.Name is "aside" or "footer" or "nav" || (at.Name == "li" && (isAgent ? Words(at).AsSpan().Trim().Length > MaxLine : IsTeaser(at))))
                return true;
            if (at.Name is "body" && steps > 0)
                return false;
            // A card is an article too: what its own elements say not, those around it may.
            if (at.Name is "article" && steps > 0)
                return IsCard(at);
            // hAtom's article: blogs set it into a box that they call a widget
            if (steps > 0 && Mentions(at.Attribute("class") ?? "", "hentry", "h-entry"))
                return false;
            if (Mentions(at.Attribute("class")?.ToLowerInvariant() ?? "", "comment-", "comments", "related", "teaser", "sidebar", "widget", "most-read", "recommend", "promo", "top-stories", "more-stories", "trending"))
                return true;
        }
        return false;
    }

    private static bool IsCard(DomElement article)
    {
        var steps = 0;
        for (var at = article.Around; at is not null && at.Name is not ("body" or "main") && steps < 4; at = at.Around, steps++)
        {
            if (at.Name is "aside" or "nav" or "footer" || Mentions(at.Attribute("class")?.ToLowerInvariant() ?? "", "related", "teaser", "most-read", "recommend", "top-stories", "more-stories", "trending"))
                return true;
        }
        return false;
    }

    // "The council meets on <time>15 March</time>": a day that the sentence tells of. A line of particulars is short, or nothing but names and labels.
    private static bool IsInProse(DomElement time)
    {
        if (time.Around is not { Name: "p" or "li" or "blockquote" or "td" or "h1" or "h2" or "h3" } line)
            return false;
        var words = Words(line).AsSpan().Trim();
        return words.Count(' ') >= MinProse && words[^1] is '.' or '!' or '?' or '”' or '"';
    }

    // Particulars are set as lists too; an item that links on with words of its own, or holds much, is another article.
    private static bool IsTeaser(DomElement item)
    {
        var looked = 0;
        foreach (var element in item.Elements)
        {
            if (++looked > MaxParticulars || (element.Name == "a" && Words(element).Length > MaxLinkWords))
                return true;
        }
        return false;
    }

    // The text of an element without that of scripts and styles in it.
    private static string Words(DomElement element)
    {
        if (element.First is null or DomText { Next: null })
            return element.Text;
        var words = new StringBuilder();
        for (var node = element.First; node is not null; node = element.Following(node, inside: node is not DomElement { Name: "script" or "style" }))
        {
            if (node is DomText text)
                words.Append(text.Data);
        }
        return words.ToString();
    }

    private static bool Mentions(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
