namespace Readout.Annotations;

/// <summary>Which of the page's bodies publish news, which of them is the page's own outlet, and their fullest names.</summary>
internal sealed class MediaNames
{
    private readonly Document _document;
    private readonly HashSet<int> _media = [];
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly string? _own;

    public MediaNames(Document document)
    {
        _document = document;
        _own = document.Article.Outlet is { } outlet ? Key(outlet.Value) : null;
        for (var e = 0; e < document.Entities.Count; e++)
        {
            if (IsMediaByName(document.Entities[e]))
                _media.Add(e);
        }
        foreach (var mention in document.Mentions)
        {
            var entity = document.Entities[mention.Entity];
            if (entity.Type is not EntityType.Organisation)
                continue;
            if (mention.Form is MentionForm.Role && IsMediaNoun(LastWord(mention)))
                _media.Add(mention.Entity);
            else if (mention.Form is not (MentionForm.Role or MentionForm.Pronoun or MentionForm.Group))
                _aliases.TryAdd(Key(document.Slice(mention.Span)), entity.Name);
        }
        // the credits' own full names explain the acronyms beside them
        foreach (var credit in document.Article.Credits)
            Explain(credit.Name);
        foreach (var e in _media)
            Explain(document.Entities[e].Name);
    }

    /// <summary>A name that belongs to an agency or outlet; "the newspaper" before it is enough.</summary>
    public bool IsMedia(Mention mention) =>
        _document.Entities[mention.Entity].Type is EntityType.Organisation or EntityType.Other
        && (_media.Contains(mention.Entity) || IsMediaNoun(WordBefore(mention)) || IsMediaNoun(WordAfter(mention)));

    /// <summary>The fullest name the page gives for this one.</summary>
    public string FullName(string name) => _aliases.GetValueOrDefault(Key(name), name);

    public bool IsOwn(string name)
    {
        if (_own is null)
            return false;
        var key = Key(name);
        return key == _own || (_own.Contains(' ', StringComparison.Ordinal) && (Initials(_own) == key || _own.EndsWith(' ' + key, StringComparison.Ordinal) || _own.StartsWith(key + ' ', StringComparison.Ordinal)))
            || (key.Contains(' ', StringComparison.Ordinal) && Initials(key) == _own);
    }

    public static bool Same(string a, string b) => Key(a) == Key(b);

    private static bool IsMediaByName(PageEntity entity)
    {
        if (entity.Type is not EntityType.Organisation)
            return false;
        if (entity.KnownAs?.StartsWith("outlet:", StringComparison.Ordinal) == true)
            return true;
        var words = Key(entity.Name).Split(' ');
        var kind = Lexicon.En.OrganisationHeads.GetValueOrDefault(words[^1]);
        return words.Length > 1 && (kind is "media" || (kind is "agency" or "body" or "firm" or "legal" && Array.Exists(words, w => w is "news" or "press" or "broadcasting" or "radio" or "newspaper" or "telegraph" or "newswire" or "media")));
    }

    private static bool IsMediaNoun(string word) => Lexicon.En.OrganisationNouns.GetValueOrDefault(word) is "media" && word is not ("network" or "site" or "station" or "channel");

    private string LastWord(Mention mention)
    {
        var words = _document.Slice(mention.Span).ToLowerInvariant();
        return words[(words.LastIndexOf(' ') + 1)..];
    }

    private string WordBefore(Mention mention)
    {
        var text = _document.Text.Value;
        var end = mention.Span.Start;
        while (end > 0 && text[end - 1] is ' ' or '\n' or '\r')
            end--;
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '-') && end - start < 30)
            start--;
        return text[start..end].ToLowerInvariant();
    }

    private string WordAfter(Mention mention)
    {
        var text = _document.Text.Value;
        var start = mention.Span.End;
        while (start < text.Length && text[start] is ' ' or '\n' or '\r')
            start++;
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]) && end - start < 30)
            end++;
        var word = text[start..end].ToLowerInvariant();
        // "Orlen news agency" names its kind behind the name
        return word is "newspaper" or "magazine" or "broadcaster" or "daily" or "tabloid" or "newswire" or "weekly" ? word : word is "news" ? "news agency" : "";
    }

    private void Explain(string name)
    {
        var key = Key(name);
        if (key.Contains(' ', StringComparison.Ordinal) && Initials(key) is { Length: > 1 } initials)
            _aliases[initials] = name;
    }

    private static string Initials(string key) => string.Concat(key.Split(' ').Where(w => w.Length > 0 && w is not ("of" or "the" or "and" or "for")).Select(w => w[0]));

    private static string Key(string name)
    {
        var key = Lexicon.Fold(name.Trim().ToLowerInvariant()).Replace('\n', ' ').Replace(".", "", StringComparison.Ordinal);
        return key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;
    }
}
