namespace Readout.Annotations;

/// <summary>The tokens of a sentence that speak about an event: its spine with what modifies it, without the clauses beside.</summary>
internal static class EventScope
{
    public static IReadOnlyList<Token> Tokens(Document document, WordTree tree, EventPath path)
    {
        var words = document.Words;
        var chosen = new List<int>();
        List<int> spine = [.. path.Spine.Append(path.Last).Where(w => w >= 0)];
        foreach (var word in spine)
        {
            chosen.Add(word);
            foreach (var child in tree.Children(word))
            {
                if (spine.Contains(child) || !Belongs(words, word, child, path))
                    continue;
                Add(words, tree, child, chosen, 0);
            }
        }
        chosen.Sort();
        var tokens = new List<Token>(chosen.Count);
        var last = -1;
        foreach (var word in chosen)
        {
            if (words[word].Token != last)
                tokens.Add(document.Tokens[words[word].Token]);
            last = words[word].Token;
        }
        return tokens;
    }

    private static bool Belongs(IReadOnlyList<Word> words, int word, int child, EventPath path)
    {
        // a verb outside the list may be hedged without the event that hangs on it
        if (words[child].Xpos is "MD")
            return (path.Carriers.Contains(word) || word != path.Last) && !IsPerfect(words, word, child);
        return words[child].Relation is not ("conj" or "advcl" or "acl:relcl" or "acl" or "parataxis" or "ccomp" or "xcomp" or "appos" or "punct" or "cc" or "csubj" or "vocative" or "discourse");
    }

    private static bool IsPerfect(IReadOnlyList<Word> words, int word, int modal)
    {
        for (var i = modal; i < modal + 3 && i < words.Count; i++)
        {
            if (words[i].Head == word && words[i].Relation is "aux" && words[i].Lemma is "have")
                return true;
        }
        return false;
    }

    private static void Add(IReadOnlyList<Word> words, WordTree tree, int word, List<int> chosen, int depth)
    {
        chosen.Add(word);
        if (depth > 6)
            return;
        foreach (var child in tree.Children(word))
        {
            if (words[child].Relation is not ("conj" or "advcl" or "acl:relcl" or "acl" or "parataxis" or "ccomp" or "appos" or "punct" or "cc" or "csubj"))
                Add(words, tree, child, chosen, depth + 1);
        }
    }
}
