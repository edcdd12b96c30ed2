using Readout.Articles;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>Finds people, bodies and places and joins every way the page names them.</summary>
internal static class EntityTagger
{
    public static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) Tag(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> syntax) =>
        Tag(article, tokens, sentences, syntax, AntecedentModel.En, null);

    /// <param name="syntax">The trees; empty where the language has no parser.</param>
    /// <param name="model">Chooses what a pronoun means; null where it is yet to be trained.</param>
    /// <param name="seen">Told of each pronoun, the people it may mean and their rows, as training needs them.</param>
    public static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) Tag(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> syntax,
        AntecedentModel? model, PronounSeen? seen)
    {
        using var memory = PageMemory.Take();
        var words = new PageWords(article.Page.Text, tokens, sentences, memory);
        var names = memory.Names;
        new NameFinder(words, names).Find();
        var outlet = article.Outlet is { } stated ? Lexicon.Fold(stated.Value.ToLowerInvariant()) : null;
        var typer = new NameTyper(words);
        foreach (var name in names)
        {
            typer.Weigh(name);
            if (outlet is not null && IsOutlet(name.Key, outlet))
                name.Add(EntityType.Organisation, 20, "outlet-of-page");
        }
        var entities = new NameLinker(words, names, memory.Links).Link();
        names.RemoveAll(static n => n.Entity < 0);
        names.AddRange(HeadingNames.Find(words, names));
        names.Sort(static (a, b) => a.First.CompareTo(b.First));

        var map = new NameMap(words, names, entities, syntax, article.Title?.Value, memory) { When = article.Published?.When ?? DateRange.Unknown };
        new RoleReader(map).Read(names);
        KnownIds.Assign(map, names);
        // A first round learns genders from the pronouns that can mean only one person; the second resolves the rest.
        new Discourse(map, null, memory.Discourse, isFinal: false).Read();
        new Discourse(map, model, memory.Discourse, isFinal: true) { Seen = seen }.Read();

        var mentions = memory.Mentions;
        foreach (var name in names)
            mentions.Add(new Mention(name.Span, name.Entity, name.Form, name.Rule));
        mentions.AddRange(memory.Discourse.Mentions);
        Peoples.Find(map, mentions);
        mentions.Sort(static (a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Entity.CompareTo(b.Entity));
        return (mentions.ToArray(), entities.ConvertAll(static e => e.ToPageEntity()));
    }

    private static bool IsOutlet(string key, string outlet) =>
        key == outlet || outlet.Length == key.Length + "the ".Length && outlet.StartsWith("the ", StringComparison.Ordinal) && outlet.EndsWith(key, StringComparison.Ordinal);
}
