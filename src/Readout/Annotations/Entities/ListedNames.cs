using Readout.Languages;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>
/// Names on a page whose language Readout does not know. What a capital or a word there means is not known either, so that only runs
/// of capitalised words count which stand in the lists as they are: bodies, countries and towns of two words and more, office holders
/// by their full names (and by surname from then on), and bodies known by four capitals and more.
/// </summary>
internal sealed class ListedNames
{
    private const int Longest = 8;
    private const int ShortestAcronym = 4;
    private const int ShortestSurname = 4;

    private readonly SourceText _text;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Lexicon _lexicon = Lexicon.En;
    private readonly List<Mention> _mentions = [];
    private readonly List<PageEntity> _entities = [];
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);

    // −1: two people of the page have it.
    private readonly Dictionary<string, int> _bySurname = new(StringComparer.Ordinal);

    private ListedNames(SourceText text, IReadOnlyList<Token> tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    public static (IReadOnlyList<Mention> Mentions, IReadOnlyList<PageEntity> Entities) Tag(SourceText text, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var names = new ListedNames(text, tokens);
        foreach (var sentence in sentences)
        {
            if (!sentence.IsHeading)
                names.Read(sentence);
        }
        return (names._mentions, names._entities);
    }

    private void Read(Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            if (!IsCapital(i))
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < sentence.EndToken && IsCapital(end) && IsBeside(end))
                end++;
            if (end - i <= Longest)
                ReadRun(i, end, i == sentence.FirstToken);
            i = end;
        }
    }

    private bool IsCapital(int i) => _tokens[i].Kind is TokenKind.Word && char.IsUpper(_text[_tokens[i].Span.Start]);

    private bool IsBeside(int i) => _tokens[i].Span.Start == _tokens[i - 1].Span.End + 1 && _text[_tokens[i - 1].Span.End] is ' ' or '\u00A0';

    private void ReadRun(int first, int end, bool opens)
    {
        var surface = string.Join(' ', Enumerable.Range(first, end - first).Select(i => _text.Slice(_tokens[i].Span)));
        var key = Lexicon.Fold(surface.ToLowerInvariant());
        var isAcronym = end - first == 1 && surface.Length >= ShortestAcronym && !surface.AsSpan().ContainsAnyExceptInRange('A', 'Z');
        if ((end - first > 1 || isAcronym) && _lexicon.Known(surface) is { Kind: not "seat" } known)
            Add(first, end, known.Id, new PageEntity(known.Name, EntityType.Organisation, null, [], [], known.Id), isAcronym ? MentionForm.Acronym : MentionForm.Name, "listed-body");
        else if (end - first == 1)
            ReadSurname(first, key, opens);
        else if (_lexicon.Country(key) is { } country)
            Add(first, end, country, new PageEntity(surface, EntityType.Place, null, [], [], country), MentionForm.Name, "listed-country");
        else if (!ReadPerson(first, end) && (_lexicon.Capital(key) is not null || _lexicon.IsCity(key)))
            Add(first, end, "town:" + key, new PageEntity(surface, EntityType.Place, null, [], [], KnownIds.OnlyTown(key)), MentionForm.Name, "listed-town");
    }

    /// <summary>The longest ending of a run that is an office holder's full name, behind no further first name: "Präsident [Ada Moll]".</summary>
    private bool ReadPerson(int first, int end)
    {
        for (var from = first; from < end - 1; from++)
        {
            if (from > first && _lexicon.FirstName(Lexicon.Fold(_tokens[from - 1].Norm)) is not null)
                return false;
            var name = string.Join(' ', Enumerable.Range(from, end - from).Select(i => WorldKnowledge.Fold(_tokens[i].Norm)));
            if (OfficeHolders.All.Called(name) is not { } holder)
                continue;
            var entity = new PageEntity(_text.Slice(new Span(_tokens[from].Span.Start, _tokens[end - 1].Span.End)), EntityType.Person, null, [], [], holder.IsOne ? holder.Id : null);
            var index = Add(from, end, holder.Id, entity, MentionForm.Name, "listed-person");
            var surname = Lexicon.Fold(_tokens[end - 1].Norm);
            _bySurname[surname] = _bySurname.TryGetValue(surname, out var other) && other != index ? -1 : index;
            return true;
        }
        return false;
    }

    private void ReadSurname(int token, string key, bool opens)
    {
        if (!opens && key.Length >= ShortestSurname && _bySurname.TryGetValue(key, out var person) && person >= 0)
            _mentions.Add(new Mention(_tokens[token].Span, person, MentionForm.ShortName, "surname"));
    }

    private int Add(int first, int end, string key, PageEntity entity, MentionForm form, string rule)
    {
        if (!_byKey.TryGetValue(key, out var index))
        {
            _byKey[key] = index = _entities.Count;
            _entities.Add(entity);
        }
        _mentions.Add(new Mention(new Span(_tokens[first].Span.Start, _tokens[end - 1].Span.End), index, form, rule));
        return index;
    }
}
