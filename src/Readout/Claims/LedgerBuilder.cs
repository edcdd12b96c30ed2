using NodaTime;
using Readout.Annotations;
using Readout.Articles;
using Readout.Stories;
using Readout.Text;

namespace Readout.Claims;

/// <summary>From annotated pages to claims, disputes, changes and prospects.</summary>
public static class LedgerBuilder
{
    /// <summary>Reads every statement once, aligns them, then compares the slots that can hold one value only.</summary>
    /// <param name="story">The pages and what they are to each other.</param>
    /// <param name="asOf">The day the record speaks for; null for the last on which a page was printed that is no old news.</param>
    public static Ledger Build(Story story, LocalDate? asOf = null)
    {
        var index = new EntityIndex(story);
        var chains = new Chains(story, index);
        var statements = StatementReader.Read(story, index);
        Similarity similarity = null!;
        StatementPairs pairs = null!;
        IReadOnlyList<IReadOnlyList<ProspectMention>> prospects = [];
        IReadOnlyList<Utterance> utterances = [];
        List<Finding> inconsistencies = [];
        Parallel.Invoke(
            () => pairs = new StatementPairs(statements),
            () => utterances = UtteranceFinder.Find(story, index),
            () => inconsistencies = [.. SelfContradictions.Find(statements)],
            () => prospects = ProspectFinder.Find(story, statements, index),
            () => similarity = new Similarity(statements));
        var families = Families(story);
        IReadOnlyList<IReadOnlyList<Statement>> groups = [];
        List<Finding> findings = [];
        Parallel.Invoke(
            () => groups = new ClaimAligner(similarity, pairs, prospects, families).Align(statements),
            () => findings = Compare(story, index, statements, similarity, prospects, inconsistencies));
        findings.RemoveAll(f => f.NeedsOneEvent && f.Kind != FindingKind.Dispute && pairs.Score(f.A, f.B) < SameEvent.Threshold);
        findings = Accusations.Hold(findings, pairs, story.Documents.Count);
        var order = new SpeechOrder(story, findings);
        var history = new ProspectHistory(index, chains, order, new ProspectConditions(index, order, statements), asOf ?? LastPrinted(story));
        var prospectIds = new ShortIds("p");
        return new Ledger(
            Flag(story, findings),
            Claims(story, index, chains, groups),
            Disputes.Collect(findings, s => chains.Of(s.Document, s.Span, s.Quotation)[^1].Who),
            Changes.Collect(findings),
            [.. prospects.Select(g => history.Build(prospectIds.For(g[0].Kind + "|" + string.Join('|', g[0].Parties.Select(index.NameOf).Order(StringComparer.Ordinal))), g))])
        {
            Utterances = utterances,
        };
    }

    /// <summary>By page, the family of near-copies that it belongs to.</summary>
    internal static Dictionary<string, string> Families(Story story) =>
        story.Families.SelectMany(f => f.Documents.Select(d => (d, f.Id))).ToDictionary(x => x.d, x => x.Id, StringComparer.Ordinal);

    // The clock plays no part. Old news under a new stamp knows of nothing that came since.
    private static LocalDate? LastPrinted(Story story) =>
        story.Documents
            .Where(d => d.Article.Published is { Basis: DateBasis.Stated } && !d.Diagnostics.Any(x => x.Code == DiagnosticCode.StaleRepublication))
            .Max(d => d.Article.Published!.When.Latest);

    // A page that contradicts itself says so wherever it is shown.
    private static Story Flag(Story story, List<Finding> findings)
    {
        var faults = findings.Where(f => f.Kind == FindingKind.Inconsistency).ToLookup(f => f.A.Document.Id, StringComparer.Ordinal);
        return story with
        {
            Documents =
            [
                .. story.Documents.Select(d => !faults.Contains(d.Id) ? d : d with
                {
                    Diagnostics =
                    [
                        .. d.Diagnostics,
                        .. faults[d.Id].Select(f => new Diagnostic(
                            DiagnosticCode.InternalInconsistency, $"Says that {f.ValueA} and that {f.ValueB}: {f.Reason}.", f.B.Span)),
                    ],
                }),
            ],
        };
    }

    private static List<Finding> Compare(
        Story story, EntityIndex index, IReadOnlyList<Statement> statements, Similarity similarity, IReadOnlyList<IReadOnlyList<ProspectMention>> prospects,
        List<Finding> inconsistencies)
    {
        var numbers = QuantitySlots.Read(statements, index);
        inconsistencies = [.. inconsistencies, .. CountsInPage.Find(numbers, similarity)];
        var damaged = inconsistencies.SelectMany(f => (Statement[])[f.A, f.B]).ToHashSet();
        var superlatives = SuperlativeSlots.Read(statements, index);
        var order = new OrderEvidence(statements, superlatives, index);
        var between = SuperlativeSlots.Compare(superlatives, similarity, index, order)
            .Concat(QuantityComparison.Compare(numbers, similarity))
            .Concat(OccurrenceSlots.Compare(OccurrenceSlots.Read(statements, index), similarity))
            .Concat(PlaceSlots.Compare(PlaceSlots.Read(statements, index), similarity, story, index))
            .Concat(AgeSlots.Compare(AgeSlots.Read(statements, index)))
            .Concat(DenialSlots.Compare(statements, index, similarity))
            .Concat(RoleChanges.Find(statements, story, index))
            .Concat(prospects.SelectMany(g => ProspectRefinements.Find(g, index)))
            // What a page says against itself is no ground to set it against others.
            .Where(f => f.Kind != FindingKind.Dispute || (!damaged.Contains(f.A) && !damaged.Contains(f.B)));
        return [.. between, .. inconsistencies];
    }

    private static List<Claim> Claims(Story story, EntityIndex index, Chains chains, IReadOnlyList<IReadOnlyList<Statement>> groups)
    {
        var counting = new Counting(story, index);
        var ids = new ShortIds("c");
        var order = Chronology.Ranks(story.Documents);
        var counted = InParallel.Map(groups, group =>
        {
            var attestations = group.Select(s => Attest(s, chains)).ToList();
            return (Attestations: attestations, Counts: counting.Count(attestations));
        });
        var claims = new List<Claim>();
        foreach (var (group, (attestations, counts)) in groups.Zip(counted))
        {
            var fullest = group.OrderByDescending(s => s.Terms.Count + s.Entities.Count).ThenBy(s => order[s.Document.Id]).First();
            claims.Add(new Claim(ids.For(fullest.Document.Slice(fullest.Span)), new Citation(fullest.Document.Id, fullest.Span), attestations, counts));
        }
        return
        [
            .. claims.OrderByDescending(c => c.Counts.Outlets.Count).ThenByDescending(c => c.Attestations.Count).ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    private static Attestation Attest(Statement statement, Chains chains)
    {
        var events = statement.Document.Events.Where(e => statement.Span.Contains(e.Predicate)).ToList();
        var first = events.FirstOrDefault();
        return new Attestation(
            statement.Document.Id,
            statement.Span,
            first?.Modality ?? Modality.Happened,
            statement.Quotation?.Act != SpeechAct.Denied,
            chains.Of(statement.Document, statement.Span, statement.Quotation))
        {
            Said = statement.Said,
            Meant = events.Find(e => !e.Time.IsUnknown)?.Time ?? DateRange.Unknown,
        };
    }
}
