using Readout.Annotations;
using Readout.Origins;
using Readout.Text;

namespace Readout.Claims;

/// <summary>How many one event killed and injured, by all pages that tell of it, and which page's words say so.</summary>
/// <param name="Killed">Null where no page tells of harm.</param>
internal sealed record StoryToll(TollOfPage? Killed, TollOfPage? Injured)
{
    /// <summary>
    /// The count that most pages give, a family of copies taken for one. That nobody was killed is little said against a page that
    /// counts dead: earlier pages knew of none yet, and later ones leave out what is known. Pages that tell of several events
    /// vote only where there are no others; between as many voices the lower count is taken, for such sums are always higher.
    /// </summary>
    /// <param name="documents">The pages of one event, in their order.</param>
    public static StoryToll Of(IReadOnlyList<Document> documents, IReadOnlyList<Family> families)
    {
        var pages = Voices(documents, families);
        if (pages.Count == 0)
            return new StoryToll(null, null);
        if (pages.Exists(p => !p.Toll.IsRoundup))
            pages.RemoveAll(p => p.Toll.IsRoundup);
        var killed = KilledBy(pages);
        return new StoryToll(killed, InjuredBeside(pages, killed.Value.Count));
    }

    private readonly record struct Voice(string Document, int Order, PageToll Toll);

    // One voice for each toll of a family: its copies say the same once more, a version with another toll says something new.
    private static List<Voice> Voices(IReadOnlyList<Document> documents, IReadOnlyList<Family> families)
    {
        var familyOf = families.SelectMany(f => f.Documents.Select(d => (d, f.Id))).ToDictionary(x => x.d, x => x.Id, StringComparer.Ordinal);
        var heard = new HashSet<(string, int, int)>();
        var voices = new List<Voice>();
        for (var i = 0; i < documents.Count; i++)
        {
            var toll = PageToll.Read(documents[i]);
            if (toll is { Killed: { } killed, Injured: { } injured } && heard.Add((familyOf.GetValueOrDefault(documents[i].Id, documents[i].Id), killed.Count, injured.Count)))
                voices.Add(new Voice(documents[i].Id, i, toll));
        }
        return voices;
    }

    private static TollOfPage KilledBy(List<Voice> pages)
    {
        var none = pages.FindAll(p => p.Toll.Killed!.Count == 0);
        var some = pages.FindAll(p => p.Toll.Killed!.Count > 0);
        var isLater = some.Count > 0 && none.Count > 0 && some[^1].Order > none[^1].Order;
        return some.Count > 0 && (2 * some.Count >= none.Count || isLater) ? Most(some, p => p.Toll.Killed!) : Most(none.Count > 0 ? none : pages, p => p.Toll.Killed!);
    }

    // The injured as told by pages that know of as many dead.
    private static TollOfPage InjuredBeside(List<Voice> pages, int killed)
    {
        var agreeing = pages.FindAll(p => p.Toll.Killed!.Count == killed);
        if (agreeing.Count == 0)
            agreeing = pages;
        var some = agreeing.FindAll(p => p.Toll.Injured!.Count > 0);
        if (some.Count > 0 && (some.Exists(p => p.Toll.Injured!.Count > 1) || 2 * some.Count >= agreeing.Count))
            return Most(some, p => p.Toll.Injured!);
        // Some of those whom an earlier page called injured have died since.
        if (killed > 0 && pages.FindLast(p => p.Toll.Injured!.Count > 1 && p.Toll.Killed!.Count + p.Toll.Injured!.Count > killed) is { Document: not null } earlier)
        {
            var value = earlier.Toll.Injured!;
            var left = earlier.Toll.Killed!.Count < killed ? earlier.Toll.Killed.Count + value.Count - killed : value.Count;
            return new TollOfPage(earlier.Document, value with { Count = left, Rule = left == value.Count ? value.Rule : "injured-less-died" });
        }
        return Most(agreeing.FindAll(p => p.Toll.Injured!.Count == 0) is { Count: > 0 } none ? none : agreeing, p => p.Toll.Injured!);
    }

    // As many people, more of them dead: not another event, the same one later.
    private static bool IsLater(Voice page, Voice earlier) =>
        page.Order > earlier.Order && page.Toll.Killed!.Count > earlier.Toll.Killed!.Count
        && page.Toll.Killed.Count + page.Toll.Injured!.Count == earlier.Toll.Killed.Count + earlier.Toll.Injured!.Count;

    // The words are the latest page's.
    private static TollOfPage Most(List<Voice> pages, Func<Voice, TollValue> value)
    {
        var best = pages.GroupBy(p => value(p).Count).OrderByDescending(g => g.Sum(p => value(p).Rule == "headline" ? 1.5 : value(p).Rule == "told-apart" ? 0.6 : 1)).ThenBy(g => g.Key).First().Last();
        if (pages.FindLast(p => IsLater(p, best)) is { Document: not null } later)
            best = later;
        return new TollOfPage(best.Document, value(best));
    }
}

/// <summary>A toll and the page that states it.</summary>
internal sealed record TollOfPage(string Document, TollValue Value);
