using Readout.Annotations;
using Readout.Text;

namespace Readout.Store.Snapshots;

/// <summary>The layers of annotation among the bytes of a snapshot.</summary>
internal static class LayerSnapshot
{
    public static void Write(SnapshotWriter to, IReadOnlyList<Token> tokens, SourceText text)
    {
        to.Count(tokens.Count);
        SnapshotWriter.Column(tokens, t => to.Count(t.Span.Length));
        SnapshotWriter.Column(tokens, t => to.Next(t.Span));
        SnapshotWriter.Column(tokens, t => to.Count((int)t.Kind));
        SnapshotWriter.Column(tokens, t => to.Form(t.Norm, text.Value.AsSpan(t.Span.Start, t.Span.Length)));
    }

    public static Token[] Tokens(SnapshotReader from, SourceText text)
    {
        var count = from.Length();
        var lengths = SnapshotReader.Column(count, from.Count);
        var end = 0;
        var spans = new Span[count];
        for (var i = 0; i < count; i++)
        {
            var start = checked(end + from.Int());
            spans[i] = SnapshotReader.Inside(new Span(start, end = checked(start + lengths[i])), text);
        }
        var kinds = SnapshotReader.Column(count, from.Enum<TokenKind>);
        var tokens = new Token[count];
        for (var i = 0; i < count; i++)
            tokens[i] = new Token(spans[i], from.Form(text.Value.AsSpan(spans[i].Start, spans[i].Length)), kinds[i]);
        return tokens;
    }

    // Most words are a token; a fine tag has one tag as a rule.
    public static void Write(SnapshotWriter to, IReadOnlyList<Word> words, IReadOnlyList<Token> tokens, SourceText text)
    {
        to.Count(words.Count);
        var token = 0;
        SnapshotWriter.Column(words, w =>
        {
            to.Number((long)w.Token - token);
            token = w.Token + 1;
        });
        foreach (var word in words)
        {
            if (to.Has(word.Span != Of(tokens, word.Token)))
                to.Span(word.Span);
        }
        SnapshotWriter.Column(words, w => to.Word(w.Xpos));
        var tags = new Dictionary<string, Upos>(StringComparer.Ordinal);
        SnapshotWriter.Column(words, w =>
        {
            to.Count(tags.TryGetValue(w.Xpos, out var known) && known == w.Upos ? 0 : (int)w.Upos + 1);
            tags[w.Xpos] = w.Upos;
        });
        SnapshotWriter.Column(words, w => to.Word(w.Relation));
        // heads lie near: as a distance most are one byte; 0 is no head, as no word is its own
        for (var i = 0; i < words.Count; i++)
            to.Number(words[i].Head < 0 ? 0 : words[i].Head - (long)i);
        SnapshotWriter.Column(words, w => to.Form(w.Lemma, text.Value.AsSpan(w.Span.Start, w.Span.Length)));
    }

    public static Word[] Words(SnapshotReader from, Token[] tokens, SourceText text)
    {
        var count = from.Length();
        var token = 0;
        var places = SnapshotReader.Column(count, () =>
        {
            var place = checked(token + from.Int());
            token = place + 1;
            return place;
        });
        var spans = new Span[count];
        for (var i = 0; i < count; i++)
            spans[i] = from.Has() ? SnapshotReader.Inside(from.Span(), text) : Of(tokens, places[i]);
        var fine = SnapshotReader.Column(count, from.Word);
        var known = new Dictionary<string, Upos>(StringComparer.Ordinal);
        var tags = new Upos[count];
        for (var i = 0; i < count; i++)
            tags[i] = known[fine[i]] = from.Count() is > 0 and var tag ? (Upos)(tag - 1) : known.GetValueOrDefault(fine[i]);
        var relations = SnapshotReader.Column(count, from.Word);
        var heads = SnapshotReader.Column(count, from.Int);
        var words = new Word[count];
        for (var i = 0; i < count; i++)
            words[i] = new Word(spans[i], places[i], tags[i], fine[i], from.Form(text.Value.AsSpan(spans[i].Start, spans[i].Length)), heads[i] == 0 ? -1 : i + heads[i], relations[i]);
        return words;
    }

    private static Span Of(IReadOnlyList<Token> tokens, int token) => token >= 0 && token < tokens.Count ? tokens[token].Span : default;

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
