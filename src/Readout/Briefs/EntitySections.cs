using Readout.Annotations;
using Readout.Claims;
using Readout.Stories;

namespace Readout.Briefs;

/// <summary>One person, body or place: by which names, what it said, what is said of it, what it takes part in.</summary>
internal static class EntitySections
{
    public static IReadOnlyList<BriefSection> Compose(ReportMaterial material)
    {
        var index = new EntityIndex(material.Ledger.Story);
        // A name may mean several: each gets what is said of it alone.
        return [.. material.Selection.About.SelectMany(e => Sections(e, material with { Selection = material.Selection.Of(e) }, index))];
    }

    private static IEnumerable<BriefSection> Sections(Entity entity, ReportMaterial material, EntityIndex index)
    {
        var (ledger, printer) = (material.Ledger, material.Printer);
        yield return new BriefSection($"{entity.Name} ({entity.Id})", Naming(entity, material), [.. Facts(entity, ledger.Story, index)]);
        // The filter keeps what speaks of the entity: what it says itself is looked up in the whole ledger.
        var whole = material with { Selection = new LedgerSelection(material.Selection.Whole, LedgerFilter.None) };
        var said = QuoteSections.By(entity.Id, whole);
        yield return new BriefSection("Said", said, said.Count == 0 ? ["No page gives words as theirs."] : []);
        var told = new List<BriefSentence>();
        foreach (var claim in ledger.Claims)
        {
            if (printer.Print(claim.Statement.Document, claim.Statement.Span, Labels.Of(claim.Counts), claim.Id) is { } sentence)
                told.Add(sentence);
        }
        yield return new BriefSection("Said of it", told, told.Count == 0 ? ["Nothing else."] : []);
        if (ProspectSections.Pending(ledger, printer) is { Sentences.Count: > 0 } pending)
            yield return pending;
    }

    // The sentence that names it most fully, so that nobody has to trust the join.
    private static List<BriefSentence> Naming(Entity entity, ReportMaterial material)
    {
        var story = material.Ledger.Story;
        var sentences = new List<BriefSentence>();
        foreach (var document in story.Documents)
        {
            var members = entity.Members.Where(m => m.Document == document.Id).Select(m => m.Index).ToHashSet();
            var named = document.Mentions.Where(m => members.Contains(m.Entity) && m.Form == MentionForm.Name).MaxBy(m => m.Span.Length);
            if (named is null || document.Sentences.FirstOrDefault(s => !s.IsHeading && s.Span.Contains(named.Span)) is not { } sentence)
                continue;
            if (material.Printer.Print(document.Id, sentence.Span, $"“{SentenceCheck.Fold(document.Slice(named.Span))}”", null) is { } printed)
                sentences.Add(printed);
            break;
        }
        return sentences;
    }

    private static IEnumerable<string> Facts(Entity entity, Story story, EntityIndex index)
    {
        yield return $"{entity.Type.ToString().ToLowerInvariant()}{(entity.KnownAs is { } known ? $", in the lists as {known}" : "")}; on {Labels.Count(entity.Members.Select(m => m.Document).Distinct(StringComparer.Ordinal).Count(), "page")}.";
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var roles = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in entity.Members)
        {
            var document = story.Document(member.Document);
            roles.UnionWith(document.Entities[member.Index].Roles);
            foreach (var mention in document.Mentions.Where(m => m.Entity == member.Index && m.Form is not MentionForm.Pronoun))
            {
                var name = SentenceCheck.Fold(document.Slice(mention.Span));
                names[name] = names.GetValueOrDefault(name) + 1;
            }
        }
        yield return "Called " + string.Join(", ", names.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => $"“{n.Key}” ({n.Value})")) + ".";
        if (roles.Count > 0)
            yield return "Described as " + string.Join(", ", roles.Select(r => $"“{r}”")) + ".";
        var bodies = index.Affiliations(entity.Id).Select(index.NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (bodies.Count > 0)
            yield return "Belongs to " + string.Join(", ", bodies) + ".";
    }
}
