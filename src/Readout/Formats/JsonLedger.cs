using Readout.Briefs;
using Readout.Claims;
using Readout.Origins;
using Readout.Stories;
using Readout.Text;

namespace Readout.Formats;

/// <summary>What follows from laying the pages side by side: families, claims, disputes, changes and prospects.</summary>
internal sealed class JsonLedger(JsonSink json, Ledger ledger, RecordIds ids)
{
    private readonly Story _story = ledger.Story;
    private readonly Dictionary<string, string> _names =
        ledger.Story.Entities.ToDictionary(e => e.Id, e => e.Name, StringComparer.Ordinal);

    public void Write(RecordParts parts)
    {
        if (parts.HasFlag(RecordParts.Utterances))
            json.Array("utterances", ledger.Utterances, WriteUtterance);
        if (parts.HasFlag(RecordParts.Families))
        {
            json.Array("families", _story.Families, WriteFamily);
            json.Array("reuse", _story.Reuse, WriteLink);
        }
        if (parts.HasFlag(RecordParts.Claims))
            json.Array("claims", ledger.Claims, WriteClaim);
        if (parts.HasFlag(RecordParts.Disputes))
            json.Array("disputes", ledger.Disputes, WriteDispute);
        if (parts.HasFlag(RecordParts.Changes))
            json.Array("changes", ledger.Changes, WriteChange);
        if (parts.HasFlag(RecordParts.Prospects))
            json.Array("prospects", ledger.Prospects, WriteProspect);
    }

    private void WriteDispute(Dispute dispute)
    {
        json.Text("id", dispute.Id);
        json.Name("type", dispute.Type);
        json.Name("scope", dispute.Scope);
        json.Array("sides", dispute.Sides, side =>
        {
            json.Text("value", side.Value);
            json.Array("attestations", side.Attestations, c => Place(c.Document, c.Span));
            json.Text("origin", side.Origin);
        });
        json.Array("evidence", dispute.Evidence, e =>
        {
            json.Number("side", e.Side);
            Place(e.Source.Document, e.Source.Span);
            json.Text("rule", e.Rule);
        });
        json.Text("reason", dispute.Reason);
        json.Text("rule", dispute.Rule);
    }

    private void WriteChange(Change change)
    {
        json.Text("id", change.Id);
        json.Name("kind", change.Kind);
        json.Array("steps", change.Steps, step =>
        {
            Place(step.Document, step.Span);
            json.Text("value", step.Value);
            json.DayOrInterval("date", step.Date);
        });
        json.Text("reason", change.Reason);
        json.Text("rule", change.Rule);
    }

    private void WriteUtterance(Utterance utterance)
    {
        json.Text("id", utterance.Id);
        json.Text("speaker", utterance.Speaker);
        json.Interval("saidOn", utterance.SaidOn);
        json.Array("wordings", utterance.Wordings, wording =>
        {
            var document = _story.Document(wording.Document);
            json.Text("quotation", ids.Quotation(document, wording.Quotation));
            json.Name("kind", wording.Kind);
            json.Text("document", wording.Document);
            json.Spans("changed", document.Text, wording.Changed);
            json.Object("missing", () =>
            {
                json.Text("document", utterance.Wordings[0].Document);
                json.Spans("spans", _story.Document(utterance.Wordings[0].Document).Text, wording.Missing);
            });
        });
    }

    private void Place(string document, Span span) => json.Place(_story.Document(document), span);

    private void WriteFamily(Family family)
    {
        json.Text("id", family.Id);
        json.Strings("documents", family.Documents);
        json.Text("origin", family.Origin);
        json.Array("links", family.Links, WriteLink);
        if (family.Unseen is not { } unseen)
        {
            json.Null("unseenOrigin");
            return;
        }
        json.Object("unseenOrigin", () =>
        {
            json.Text("name", unseen.Name);
            json.Array("evidence", unseen.Evidence, c => Place(c.Document, c.Span));
        });
    }

    private void WriteLink(FamilyLink link)
    {
        json.Text("from", link.From);
        json.Text("to", link.To);
        json.Name("link", link.Link);
        json.Spans("spans", _story.Document(link.From).Text, link.Spans);
        json.Object("source", () =>
        {
            json.Text("document", link.To);
            json.Spans("spans", _story.Document(link.To).Text, link.Sources);
        });
        json.Text("reason", link.Reason);
    }

    private void WriteClaim(Claim claim)
    {
        json.Text("id", claim.Id);
        json.Object("statement", () => Place(claim.Statement.Document, claim.Statement.Span));
        json.Array("attestations", claim.Attestations, attestation =>
        {
            Place(attestation.Document, attestation.Span);
            json.Name("modality", attestation.Modality);
            json.Text("polarity", attestation.Affirmed ? "positive" : "negative");
            json.Interval("said", attestation.Said);
            json.Interval("meant", attestation.Meant);
            json.Array("chain", attestation.Chain, link =>
            {
                json.Text("who", link.Who);
                json.Name("link", link.Link);
                json.Span("span", _story.Document(attestation.Document).Text, link.Span);
            });
        });
        var counts = claim.Counts;
        json.Number("outlets", counts.Outlets.Count);
        json.Number("texts", counts.Texts.Count);
        json.Number("speakers", counts.Speakers.Count);
        WriteCounted("outletList", counts.Outlets);
        WriteCounted("textList", counts.Texts);
        WriteCounted("speakerList", counts.Speakers);
    }

    private void WriteCounted(string name, IReadOnlyList<Counted> list) => json.Array(name, list, counted =>
    {
        json.Text("name", _names.GetValueOrDefault(counted.Name, counted.Name));
        json.Strings("documents", counted.Documents);
        json.Text("reason", counted.Reason);
    });

    private void WriteProspect(Prospect prospect)
    {
        json.Text("id", prospect.Id);
        json.Text("name", WhiteSpace.Fold(_story.Document(prospect.Name.Document).Slice(prospect.Name.Span)));
        json.Object("statement", () => Place(prospect.Name.Document, prospect.Name.Span));
        json.Text("definition", prospect.Definition);
        json.Strings("parties", prospect.Parties);
        if (prospect.Place is { } place)
        {
            json.Object("place", () =>
            {
                json.Text("value", place.Name);
                Place(place.Source.Document, place.Source.Span);
            });
        }
        else
        {
            json.Null("place");
        }
        json.Interval("window", prospect.Window);
        json.Name("status", prospect.Status);
        json.Array("history", prospect.History, step =>
        {
            var text = _story.Document(step.Document).Text;
            json.DayOrInterval("date", step.Date);
            json.Name("status", step.Status);
            Place(step.Document, step.Span);
            json.Text("speaker", step.Speaker);
            json.Span("condition", text, step.Condition);
            json.Span("hedge", text, step.Hedge);
            json.Text("rule", step.Rule);
        });
        json.Array("conditions", prospect.Conditions, condition =>
        {
            Place(condition.Document, condition.Words);
            json.DayOrInterval("said", condition.Said);
            json.Name("state", condition.State);
            if (condition.Evidence is { } evidence)
                json.Object("evidence", () => Place(evidence.Document, evidence.Span));
            else
                json.Null("evidence");
            json.DayOrInterval("told", condition.Told);
            json.Text("rule", condition.Rule);
        });
    }
}
