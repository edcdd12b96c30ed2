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
            typer.Weigh(name);
        var entities = new NameLinker(words, names).Link();
        names.RemoveAll(n => n.Entity < 0);
        names.AddRange(HeadingNames.Find(words, names));
        names.Sort((a, b) => a.First.CompareTo(b.First));

        var mentions = names.ConvertAll(n => new Mention(n.Span, n.Entity, n.Form, n.Rule));
        return (mentions, entities.ConvertAll(e => e.ToPageEntity()));
    }
}
