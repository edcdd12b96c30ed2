using Readout.Text;

namespace Readout.Articles.Bylines;

/// <summary>The people who wrote the report, the words that name them in a row, and all places considered.</summary>
internal sealed record FoundAuthors(IReadOnlyList<Sourced<string>> Authors, Sourced<string>? Byline, IReadOnlyList<MetadataCandidate> Candidates);

/// <summary>
/// Finds the people who wrote the report. Desks, agencies, outlets and roles are no people; the writers of other texts, of
/// comments and of pictures did not write this one.
/// </summary>
internal static class AuthorFinder
{
    public static FoundAuthors Find(Layout layout, FoundTitle title, IReadOnlySet<string> own, string? language)
    {
        var names = new PersonName(own);
        var sources = StatedAuthors.Find(layout, names, title);
        sources.AddRange(VisibleAuthors.Find(layout, names, title.Index));
        if (!sources.Exists(s => s.People.Count > 0 && s.Stranger is null) && Initials.Find(layout, language) is { } signature)
            sources.Add(signature);
        var authors = new List<Sourced<string>>();
        var trusted = sources.Find(s => s.People.Count > 0 && s.Stranger is null);
        if (trusted is not null)
            Add(layout, trusted, authors);
        // A place that names one of them and somebody else knows more; what two places say is so.
        for (var grown = true; grown;)
        {
            var before = authors.Count;
            foreach (var source in sources)
            {
                if (source.Stranger is null && (source.Where == trusted?.Where && source.Where != "link" || Shares(layout, source, authors) || IsSeconded(layout, source, sources)))
                    Add(layout, source, authors);
            }
            grown = authors.Count > before;
        }
        return new(authors, Byline(layout, sources, authors), [.. sources.Select(s => Candidate(layout, s, authors))]);
    }

    private static void Add(Layout layout, AuthorSource source, List<Sourced<string>> authors)
    {
        foreach (var person in source.People)
        {
            var name = layout.Folded(person);
            if (!authors.Exists(a => Folded.IsSamePerson(a.Value, name)))
                authors.Add(new Sourced<string>(name, person, "author-" + source.Where));
        }
    }

    private static bool Shares(Layout layout, AuthorSource source, List<Sourced<string>> authors) =>
        source.People.Any(p => authors.Exists(a => Folded.IsSamePerson(a.Value, layout.Folded(p))));

    private static bool IsSeconded(Layout layout, AuthorSource source, List<AuthorSource> sources) =>
        source.People.Count > 0 && sources.Exists(s => s.Where != source.Where && s.Stranger is null
            && source.People.All(p => s.People.Any(q => Folded.IsSamePerson(layout.Folded(p), layout.Folded(q)))));

    // The place that names most of them in a row; of equals the more reliable.
    private static Sourced<string>? Byline(Layout layout, List<AuthorSource> sources, List<Sourced<string>> authors)
    {
        AuthorSource? best = null;
        var most = 0;
        foreach (var source in sources)
        {
            var count = source.Stranger is null ? source.People.Count(p => authors.Exists(a => Folded.IsSamePerson(a.Value, layout.Folded(p)))) : 0;
            if (count > most)
                (best, most) = (source, count);
        }
        if (best is null)
            return null;
        var span = new Span(best.People[0].Start, best.People[^1].End);
        return new Sourced<string>(layout.Folded(span), span, "byline-" + best.Where);
    }

    private static MetadataCandidate Candidate(Layout layout, AuthorSource source, List<Sourced<string>> authors)
    {
        var chosen = source.Stranger is null && Shares(layout, source, authors);
        var reason = source.Stranger ?? (source.People.Count == 0 ? "names no person: an outlet, a desk, a role or an address"
            : chosen ? source.Where == "visible" ? "a line of authors beside the text" : "states who wrote the text"
            : "names somebody else than more reliable places, and none other agrees");
        return new(MetadataField.Byline, layout.Folded(source.Line), source.Line, source.Where, chosen, reason);
    }
}
