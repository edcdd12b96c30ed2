using Readout.Annotations;

namespace Readout.Store.Snapshots;

/// <summary>Quotations, stances and events among the bytes of a snapshot.</summary>
internal static class SpeechSnapshot
{
    public static void Write(SnapshotWriter to, IReadOnlyList<Quotation> quotations) => to.List(quotations, q =>
    {
        to.Count((int)q.Form);
        to.List(q.Content, to.Span);
        to.Span(q.Cue);
        to.NumberOrNone(q.Speaker);
        to.Span(q.SpeakerSpan);
        to.Days(q.SaidOn);
        to.Count((int)q.Act);
        to.Word(q.Rule);
        Write(to, q.Setting.Addressee);
        if (to.Has(q.Setting.Occasion is not null))
        {
            to.Span(q.Setting.Occasion!.Words);
            to.Count((int)q.Setting.Occasion.Kind);
        }
        Write(to, q.Setting.Cited);
        to.Has(q.IsEndDoubtful);
    });

    public static Quotation[] Quotations(SnapshotReader from) => from.List(() =>
        new Quotation(from.Enum<QuotationForm>(), from.List(from.Span), from.SpanOrNull(), from.IntOrNull(), from.SpanOrNull(), from.Days(), from.Enum<SpeechAct>(), from.Word())
        {
            Setting = new SpeechSetting(Party(from), from.Has() ? new Occasion(from.Span(), from.Enum<OccasionKind>()) : null, Party(from)),
            IsEndDoubtful = from.Has(),
        });

    public static void Write(SnapshotWriter to, IReadOnlyList<Stance> stances) => to.List(stances, s =>
    {
        to.List(s.Content, to.Span);
        to.Span(s.Cue);
        to.NumberOrNone(s.Holder);
        to.Span(s.HolderSpan);
        to.Count((int)s.Kind);
        to.Count((int)s.Polarity);
        to.Word(s.Rule);
    });

    public static Stance[] Stances(SnapshotReader from) => from.List(() =>
        new Stance(from.List(from.Span), from.Span(), from.IntOrNull(), from.SpanOrNull(), from.Enum<StanceKind>(), from.Enum<StancePolarity>(), from.Word()));

    public static void Write(SnapshotWriter to, IReadOnlyList<EventMention> events) => to.List(events, e =>
    {
        to.Span(e.Predicate);
        to.Word(e.Type);
        to.Span(e.Clause);
        to.Count(e.Sentence);
        to.List(e.Participants, to.Count);
        to.NumberOrNone(e.Place);
        to.Days(e.Time);
        to.Count((int)e.Modality);
        to.Span(e.Hedge);
        to.Span(e.Condition);
        to.Word(e.Rule);
        to.Real(e.Certainty);
        to.Word(e.Plover);
        to.Word(e.Cameo);
        to.List(e.Source, to.Count);
        to.List(e.Target, to.Count);
        to.Word(e.Lemma);
        to.NumberOrNone(e.Quotation);
        to.NumberOrNone((int?)e.Status);
    });

    public static EventMention[] Events(SnapshotReader from) => from.List(() =>
        new EventMention(
            from.Span(), from.Word(), from.Span(), from.Count(), from.List(from.Count), from.IntOrNull(), from.Days(), from.Enum<Modality>(),
            from.SpanOrNull(), from.SpanOrNull(), from.Word())
        {
            Certainty = from.Single(),
            Plover = from.WordOrNull(),
            Cameo = from.WordOrNull(),
            Source = from.List(from.Count),
            Target = from.List(from.Count),
            Lemma = from.WordOrNull(),
            Quotation = from.IntOrNull(),
            Status = (ProspectStatus?)from.IntOrNull(),
        });

    private static void Write(SnapshotWriter to, SpeechParty? party)
    {
        if (!to.Has(party is not null))
            return;
        to.Span(party!.Words);
        to.NumberOrNone(party.Entity);
    }

    private static SpeechParty? Party(SnapshotReader from) => from.Has() ? new SpeechParty(from.Span(), from.IntOrNull()) : null;
}
