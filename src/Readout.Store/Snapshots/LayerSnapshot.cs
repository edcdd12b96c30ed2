using Readout.Annotations;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>The layers of annotation among the bytes of a snapshot.</summary>
internal static class LayerSnapshot
{
    public static void Write(SnapshotWriter to, IReadOnlyList<Token> tokens)
    {
        to.Count(tokens.Count);
        SnapshotWriter.Column(tokens, t => to.Span(t.Span));
        SnapshotWriter.Column(tokens, t => to.Count((int)t.Kind));
        SnapshotWriter.Column(tokens, t => to.Word(t.Norm));
    }

    public static Token[] Tokens(SnapshotReader from)
    {
        var count = from.Length();
        var spans = SnapshotReader.Column(count, from.Span);
        var kinds = SnapshotReader.Column(count, from.Enum<TokenKind>);
        var tokens = new Token[count];
        for (var i = 0; i < count; i++)
            tokens[i] = new Token(spans[i], from.Word(), kinds[i]);
        return tokens;
    }

    public static void Write(SnapshotWriter to, IReadOnlyList<Word> words)
    {
        to.Count(words.Count);
        SnapshotWriter.Column(words, w => to.Span(w.Span));
        var token = 0;
        SnapshotWriter.Column(words, w =>
        {
            to.Number((long)w.Token - token);
            token = w.Token;
        });
        SnapshotWriter.Column(words, w => to.Count((int)w.Upos));
        SnapshotWriter.Column(words, w => to.Word(w.Xpos));
        SnapshotWriter.Column(words, w => to.Word(w.Relation));
        // heads lie near: as a distance most are one byte; 0 is no head, as no word is its own
        for (var i = 0; i < words.Count; i++)
            to.Number(words[i].Head < 0 ? 0 : words[i].Head - (long)i);
        SnapshotWriter.Column(words, w => to.Word(w.Lemma));
    }

    public static Word[] Words(SnapshotReader from)
    {
        var count = from.Length();
        var spans = SnapshotReader.Column(count, from.Span);
        var token = 0;
        var tokens = SnapshotReader.Column(count, () => token += from.Int());
        var tags = SnapshotReader.Column(count, () => (Upos)from.Count());
        var fine = SnapshotReader.Column(count, from.Word);
        var relations = SnapshotReader.Column(count, from.Word);
        var heads = SnapshotReader.Column(count, from.Int);
        var words = new Word[count];
        for (var i = 0; i < count; i++)
            words[i] = new Word(spans[i], tokens[i], tags[i], fine[i], from.Word(), heads[i] == 0 ? -1 : i + heads[i], relations[i]);
        return words;
    }

    public static void Write(SnapshotWriter to, IReadOnlyList<Sentence> sentences) => to.List(sentences, s =>
    {
        to.Span(s.Span);
        to.Count(s.FirstToken);
        to.Count(s.EndToken);
        to.Number(s.Paragraph);
        to.Has(s.IsHeading);
        to.Count(s.FirstWord);
        to.Count(s.EndWord);
    });

    public static Sentence[] Sentences(SnapshotReader from) => from.List(() =>
        new Sentence(from.Span(), from.Count(), from.Count(), from.Int(), from.Has()) { FirstWord = from.Count(), EndWord = from.Count() });

    public static void Write(SnapshotWriter to, IReadOnlyList<TimeExpression> times) => to.List(times, t =>
    {
        to.Span(t.Span);
        to.Count((int)t.Type);
        to.Word(t.Value);
        to.Days(t.When);
        to.Has(t.Anchored);
        to.Word(t.Rule);
        to.Days(t.Range);
    });

    public static TimeExpression[] Times(SnapshotReader from) => from.List(() =>
        new TimeExpression(from.Span(), from.Enum<TimexType>(), from.WordOrNull(), from.Days(), from.Has(), from.Word()) { Range = from.Days() });

    public static void Write(SnapshotWriter to, IReadOnlyList<Quantity> quantities) => to.List(quantities, q =>
    {
        to.Span(q.Span);
        to.Real(q.Low);
        to.Real(q.High);
        to.Has(q.Approximate);
        to.Word(q.Unit);
        to.Word(q.Of);
        to.Span(q.Window);
        to.Word(q.Rule);
    });

    public static Quantity[] Quantities(SnapshotReader from) => from.List(() =>
        new Quantity(from.Span(), from.Real(), from.Real(), from.Has(), from.WordOrNull(), from.WordOrNull(), from.SpanOrNull(), from.Word()));

    public static void Write(SnapshotWriter to, IReadOnlyList<Mention> mentions) => to.List(mentions, m =>
    {
        to.Span(m.Span);
        to.Count(m.Entity);
        to.Count((int)m.Form);
        to.Word(m.Rule);
    });

    public static Mention[] Mentions(SnapshotReader from) => from.List(() =>
        new Mention(from.Span(), from.Count(), from.Enum<MentionForm>(), from.Word()));

    public static void Write(SnapshotWriter to, IReadOnlyList<PageEntity> entities) => to.List(entities, e =>
    {
        to.Word(e.Name);
        to.Count((int)e.Type);
        to.Count(e.Gender ?? 0);
        to.List(e.Roles, to.Word);
        to.List(e.Affiliations, to.Count);
        to.Word(e.KnownAs);
    });

    public static PageEntity[] Entities(SnapshotReader from) => from.List(() =>
        new PageEntity(from.Word(), from.Enum<EntityType>(), from.Count() is > 0 and var gender ? (char)gender : null, from.List(from.Word), from.List(from.Count), from.WordOrNull()));
}
