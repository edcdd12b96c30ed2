using Readout.Articles;

namespace Readout.Annotations;

/// <summary>Finds people, bodies and places and joins every way the page names them.</summary>
internal static class EntityTagger
{
    public static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) Tag(
        Article article, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
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

        var map = new NameMap(words, names, entities);
        new RoleReader(map).Read(names);
        // A first round learns genders from the pronouns that can mean only one person; the second resolves the rest.
        new Discourse(map, isFinal: false).Read();
        var discourse = new Discourse(map, isFinal: true);
        discourse.Read();

        var mentions = names.ConvertAll(n => new Mention(n.Span, n.Entity, n.Form, n.Rule));
        mentions.AddRange(discourse.Mentions);
        mentions.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Entity.CompareTo(b.Entity));
        return (mentions, entities.ConvertAll(e => e.ToPageEntity()));
    }

    private static bool IsOutlet(string key, string outlet)
    {
        var own = Lexicon.Fold(outlet.ToLowerInvariant());
        return key == own || "the " + key == own;
    }
}
