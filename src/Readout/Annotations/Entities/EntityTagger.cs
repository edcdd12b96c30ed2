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
        AntecedentModel? model, Action<Span, IReadOnlyList<Antecedent>, float[][]>? seen)
    {
        var words = new PageWords(article.Page.Text, tokens, sentences);
        var names = new NameFinder(words).Find();
        var typer = new NameTyper(words);
        foreach (var name in names)
        {
            typer.Weigh(name);
            if (article.Outlet is { } outlet && IsOutlet(name.Key, outlet.Value))
                name.Add(EntityType.Organisation, 20, "outlet-of-page");
        }
        var entities = new NameLinker(words, names).Link();
        names.RemoveAll(n => n.Entity < 0);
        names.AddRange(HeadingNames.Find(words, names));
        names.Sort((a, b) => a.First.CompareTo(b.First));

        var map = new NameMap(words, names, entities, syntax, article.Title?.Value) { When = article.Published?.When ?? DateRange.Unknown };
        new RoleReader(map).Read(names);
        KnownIds.Assign(map, names);
        // A first round learns genders from the pronouns that can mean only one person; the second resolves the rest.
        new Discourse(map, null, isFinal: false).Read();
        var discourse = new Discourse(map, model, isFinal: true) { Seen = seen };
        discourse.Read();

        var mentions = names.ConvertAll(n => new Mention(n.Span, n.Entity, n.Form, n.Rule));
        mentions.AddRange(discourse.Mentions);
        mentions.AddRange(Peoples.Find(map));
        mentions.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Entity.CompareTo(b.Entity));
        return (mentions, entities.ConvertAll(e => e.ToPageEntity()));
    }

    private static bool IsOutlet(string key, string outlet)
    {
        var own = Lexicon.Fold(outlet.ToLowerInvariant());
        return key == own || "the " + key == own;
    }
}
