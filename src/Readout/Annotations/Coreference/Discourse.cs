using Readout.Text;

namespace Readout.Annotations;

/// <summary>Somebody mentioned a moment ago.</summary>
/// <param name="IsSubject">Does or says something there.</param>
/// <param name="Speaks">Stands at a verb of saying.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct Recent(int Entity, int Sentence, int Word, int End, MentionForm Form, bool IsSubject, bool Speaks, bool InQuote);

/// <summary>
/// Reads the page from left to right and keeps in mind who was mentioned, who did something and who spoke,
/// so that pronouns and phrases such as "the minister" can be resolved. When in doubt nothing is resolved.
/// </summary>
internal sealed class Discourse
{
    private const int Kept = 24;
    private const int Acquaintances = 120;

    private readonly NameMap _map;
    private readonly DiscourseMemory _memory;
    private readonly bool _isFinal;
    private (int Entity, int Word) _lastMale = (-1, 0);
    private (int Entity, int Word) _lastFemale = (-1, 0);
    private bool _inQuote;
    private int _paragraph = int.MinValue;

    /// <param name="isFinal">False in the first round, which only learns genders from clear cases.</param>
    public Discourse(NameMap map, AntecedentModel? model, DiscourseMemory memory, bool isFinal)
    {
        memory.Clear();
        _memory = memory;
        _map = map;
        Model = model;
        _isFinal = isFinal;
    }

    public DiscourseMemory Memory => _memory;

    public AntecedentModel? Model { get; }

    public PronounSeen? Seen { get; init; }

    /// <summary>Whom the last pronoun of a gender was taken to mean, and where it stands; −1 where there was none.</summary>
    public (int Entity, int Word) LastPronoun(char gender) => gender is 'f' ? _lastFemale : _lastMale;

    public void NotePronoun(char gender, int entity, int word)
    {
        if (gender is 'f')
            _lastFemale = (entity, word);
        else
            _lastMale = (entity, word);
    }

    /// <summary>The last person who stood at a verb of saying.</summary>
    public Recent? LastSpeaker { get; private set; }

    public bool InQuote => _inQuote;

    public bool IsFinal => _isFinal;

    /// <summary>People and bodies met so far, the latest at the end; the longest unmentioned are forgotten.</summary>
    public List<int> Met => _memory.Met;

    public List<Recent> People => _memory.People;

    /// <summary>Every mention of somebody who may be a person: what a pronoun can take up.</summary>
    public List<Recent> Trail => _memory.Trail;

    public List<Recent> Bodies => _memory.Bodies;

    public List<(int First, int Second, int Word)> Pairs => _memory.Pairs;

    public void Read()
    {
        var roles = new RoleMentions(_map, this);
        var pronouns = new Pronouns(_map, this);
        var groups = new GroupMentions(_map, this);
        for (var i = 0; i < _map.Words.Count(); i++)
        {
            EnterSentence(i);
            var word = _map.Words[i];
            if (word.Norm is "\"")
            {
                Quote(word);
            }
            else if (_map.At(i) is { } name)
            {
                if (name.First == i && !name.FromMemory)
                    Enter(name);
            }
            else if (!word.Is(WordShape.Heading))
            {
                var end = groups.Read(i);
                if (end == i)
                    end = roles.Read(i);
                if (end == i)
                    pronouns.Read(i);
                else
                    i = SkipTo(i, end);
            }
        }
    }

    // Names inside a phrase just read are still met on their own.
    private int SkipTo(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (_map.At(i) is { } name && name.First == i)
                Enter(name);
        }
        return end - 1;
    }

    private void EnterSentence(int i)
    {
        var paragraph = _map.Words.Sentences[_map.Words[i].Sentence].Paragraph;
        if (paragraph == _paragraph)
            return;
        _paragraph = paragraph;
        _inQuote = false;
    }

    private void Quote(PageWord word)
    {
        var c = _map.Words.Text[word.Span.Start];
        _inQuote = c switch { '“' or '„' or '«' => true, '”' or '»' => false, _ => !_inQuote };
    }

    private void Enter(Name name)
    {
        var draft = _map.Entity(name);
        Remember(draft, At(name));
        NotePair(name, draft);
    }

    /// <summary>A name as something to remember.</summary>
    public Recent At(Name name)
    {
        int left = _map.LeftEdge(name), right = _map.RightEdge(name);
        var speaks = IsSpeechVerb(right, name) || (_map.SameSentence(left - 1, name.First) && IsSpeechVerb(left - 1, name) && !IsPassive(left - 1));
        var subject = speaks || (IsFirstOutsideQuote(name) && !IsGoverned(left, name));
        return new Recent(name.Entity, _map.Words[name.First].Sentence, name.First, name.End, name.Form, subject, speaks, _inQuote);
    }

    /// <summary>Keeps a mention in mind.</summary>
    public void Remember(EntityDraft draft, Recent recent)
    {
        if (draft.MayBePerson)
        {
            _memory.Trail.Add(recent);
            if (_memory.Trail.Count > Kept)
                _memory.Trail.RemoveAt(0);
        }
        var list = draft.IsPerson ? _memory.People : draft.Type is EntityType.Organisation ? _memory.Bodies : null;
        if (list is null)
            return;
        list.Add(recent);
        if (list.Count > Kept)
            list.RemoveAt(0);
        if (_memory.Met.Count == 0 || _memory.Met[^1] != recent.Entity)
        {
            _memory.Met.Remove(recent.Entity);
            _memory.Met.Add(recent.Entity);
            if (_memory.Met.Count > Acquaintances)
                _memory.Met.RemoveAt(0);
        }
        if (draft.IsPerson && recent.Speaks && !recent.InQuote)
            LastSpeaker = recent;
    }

    public void Add(int first, int end, int entity, MentionForm form, string rule, bool remember)
    {
        if (_isFinal)
            _memory.Mentions.Add(new Mention(_map.Words.Cover(first, end), entity, form, rule));
        if (!remember)
            return;
        var subject = !_inQuote && (_map.Words[first].Is(WordShape.Starts) || !IsGovernedAt(first));
        Remember(_map.Entities[entity], new Recent(entity, _map.Words[first].Sentence, first, end, form, subject, IsSpeech(end) || IsSpeech(first - 1), _inQuote));
    }

    private bool IsSpeech(int i) => i >= 0 && _map.Lexicon.SpeechVerbs.Contains(_map.Norm(i));

    private bool IsSpeechVerb(int i, Name name) => _map.SameSentence(i, name.First) && IsSpeech(i);

    // "was told Kovar" does not occur; "described by Kovar" does, and is governed anyway
    private bool IsPassive(int verb) => _map.Norm(verb - 1) is "was" or "were" or "been" or "be";

    private bool IsFirstOutsideQuote(Name name)
    {
        if (_inQuote)
            return false;
        var type = _map.Entity(name).IsPerson;
        for (var i = name.First - 1; i >= 0 && _map.SameSentence(i, name.First) && name.First - i < 60; i--)
        {
            if (_map.At(i) is { } other && other != name && !(_map.Norm(other.End) is "and" or "," && _map.LeftEdge(name) == other.End + 1)
                && _map.Entity(other).IsPerson == type && other.Entity != name.Entity
                && !IsGoverned(_map.LeftEdge(other), other))
            {
                return false;
            }
        }
        return true;
    }

    private bool IsGoverned(int left, Name name) => _map.SameSentence(left - 1, name.First) && IsGovernedAt(left) || _map.Norm(name.End) is "'s";

    private bool IsGovernedAt(int first) => _map.Lexicon.IsCue("governors", _map.Norm(first - 1));

    /// <summary>"Kovar and Pellar", "between Kovar and Pellar", "Kovar met Pellar": two who are spoken of together.</summary>
    private void NotePair(Name name, EntityDraft draft)
    {
        var left = _map.LeftEdge(name);
        for (var j = left - 1; j >= left - 4 && _map.SameSentence(j, name.First); j--)
        {
            if (_map.At(j) is { } other)
            {
                var between = _map.Norm(j + 1);
                if (other.Entity != name.Entity && _map.Entity(other).Type == draft.Type && j >= left - 3
                    && (between is "and" or "met" or "with" or "&" || j == left - 1 && _map.Words[name.First].Is(WordShape.Glued) || _map.Norm(left - 1) is "and" or "meet" or "met" or "with"))
                {
                    _memory.Pairs.Add((other.Entity, name.Entity, name.First));
                    if (_memory.Pairs.Count > Kept)
                        _memory.Pairs.RemoveAt(0);
                }
                return;
            }
        }
    }
}
