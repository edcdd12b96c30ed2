using Readout.Text;

namespace Readout.Annotations;

/// <summary>Who is meant by the words that name a speaker: a mention there, else the speaker the talk has been following.</summary>
internal sealed class SpeakerResolver
{
    private const int MaxAhead = 4;
    private const int MaxBack = 40;
    private readonly Document _document;
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly WordTree _tree;
    private readonly RoleMemory _introduced = new();
    private Line? _previous;
    private Line? _current;
    private readonly List<(int Speaker, int Line, int Paragraph)> _spoken = [];

    public SpeakerResolver(Document document, IReadOnlyList<Mention> mentions, WordTree tree)
    {
        _tree = tree;
        _document = document;
        // an adjective names no speaker
        _mentions = [.. mentions.Where(m => m.Rule is not Peoples.Adjective)];
    }

    /// <summary>Takes in how a line introduces its people.</summary>
    public void Learn(LineContext context)
    {
        _previous = _current;
        _current = context.Line;
        _introduced.Learn(context, span => At(span) is { } entity && _document.Entities[entity].Type is EntityType.Person ? entity : null);
    }

    /// <summary>Remembers who spoke, for the pronouns that follow.</summary>
    public void Heard(int? speaker, int line, int paragraph)
    {
        if (speaker is { } s)
            _spoken.Add((s, line, paragraph));
    }

    /// <summary>The last speaker, where he spoke in this paragraph or the one before.</summary>
    public int? Last(int paragraph) =>
        _spoken.Count > 0 && paragraph - _spoken[^1].Paragraph <= 1 ? _spoken[^1].Speaker : null;

    public int? Resolve(Line line, Span words)
    {
        var first = 0;
        while (first < line.Count && line[first].Span.Start < words.Start)
            first++;
        var end = first;
        while (end < line.Count && line[end].Span.End <= words.End)
            end++;
        if (first >= end)
            return At(words);
        if (end - first == 1 && line[first].Is(WordClass.ThirdPerson | WordClass.Relative | WordClass.Possessive))
            return Pronoun(line, first);
        return Phrase(line, first, end);
    }

    // Pronouns and "who".
    private int? Pronoun(Line line, int at)
    {
        if (At(line[at].Span) is { } resolved)
            return SpokenOf(line, at, resolved) && OtherSpeaker(line, at, resolved) is { } other ? other : resolved;
        var norm = line[at].Norm switch { "his" => "he", "her" => "she", "its" => "it", "their" => "they", var other => other };
        if (norm is "who" or "which" or "that")
            return Antecedent(line, at);
        if (norm is "he" or "she")
        {
            var gender = norm == "he" ? 'm' : 'f';
            bool Known(PageEntity e) => e.Type is EntityType.Person && e.Gender == gender;
            bool Open(PageEntity e) => e.Type is EntityType.Person && (e.Gender ?? gender) == gender;
            // In a lower clause of a sentence that has named people, it means the subject of a clause above or cannot be told.
            if (PeopleBefore(line, at) && Word(line[at].Span) is { } word && _tree.IsInLowerClause(word))
                return SubjectAbove(word, Open);
            // The person the sentence before speaks of, then whoever has been speaking.
            return SubjectBefore(line, Known) ?? LastSpeaker(line.Paragraph, Known) ?? SubjectBefore(line, Open)
                ?? (Last(line.Paragraph) is { } last && Open(_document.Entities[last]) ? last : (int?)null)
                ?? Before(line[at].Span.Start, Known);
        }
        if (norm is "it")
            return FirstIn(line, at, IsBody) ?? LastSpeaker(line.Paragraph, IsBody) ?? Before(line[at].Span.Start, IsBody);
        return norm is "they" ? LastSpeaker(line.Paragraph, e => e.Type is EntityType.Group || IsBody(e)) : null;
    }

    private bool PeopleBefore(Line line, int at)
    {
        for (var i = Ordered.FirstAt(_mentions, line.Span.Start, m => m.Span.Start); i < _mentions.Count && _mentions[i].Span.End <= line[at].Span.Start; i++)
        {
            if (_mentions[i].Form is not MentionForm.Pronoun && _document.Entities[_mentions[i].Entity].Type is EntityType.Person)
                return true;
        }
        return false;
    }

    private int? Word(Span place) => _tree.WordFrom(place.Start) is var word && word < _document.Words.Count ? word : null;

    private int? SubjectAbove(int word, Func<PageEntity, bool> fits)
    {
        foreach (var subject in _tree.SubjectsAbove(word))
        {
            for (var i = Ordered.FirstAt(_mentions, subject.Start, m => m.Span.Start); i < _mentions.Count && _mentions[i].Span.Start < subject.End; i++)
            {
                if (_mentions[i].Span.End <= subject.End && fits(_document.Entities[_mentions[i].Entity]))
                    return _mentions[i].Entity;
            }
        }
        return null;
    }

    // "A meeting with Moll would help, she said": who is named as an object of the words spoken seldom speaks them.
    private bool SpokenOf(Line line, int at, int entity)
    {
        for (var i = 1; i < at; i++)
        {
            if (line[i].Capital && line[i - 1].Is(WordClass.Preposition) && StartingAt(line[i].Span.Start, line[at].Span.Start)?.Entity == entity)
                return true;
            if (line[i - 1].Capital && StartingAt(line[i - 1].Span.Start, line[at].Span.Start)?.Entity == entity)
                return false;
        }
        return false;
    }

    private int? OtherSpeaker(Line line, int at, int entity)
    {
        if (Last(line.Paragraph) is not { } last || last == entity || _document.Entities[last] is not { Type: EntityType.Person } person)
            return null;
        return line[at].Norm switch
        {
            "he" when person.Gender is null or 'm' => last,
            "she" when person.Gender is null or 'f' => last,
            _ => null,
        };
    }

    private int? Antecedent(Line line, int at)
    {
        var end = at > 0 && line[at - 1].Is(",") ? at - 1 : at;
        if (end == 0)
            return null;
        return EndingAt(line[end - 1].Span.End);
    }

    // A name that closes the phrase, a role that heads it, or a document's author.
    private int? Phrase(Line line, int first, int end)
    {
        var words = line.SpanOf(first, end);
        if (At(words) is { } exact)
            return exact;
        // what stands first is part of the phrase, a dash or comma, too
        var head = first + 1;
        while (head < end && !line[head].Is(WordClass.Preposition | WordClass.Relative) && !line[head].Is(",") && !line[head].Is("-"))
            head++;
        if (EndingAt(words.End) is { } last && MentionEndingAt(words.End)!.Span.Start < line[head - 1].Span.End)
            return last;
        var segment = line[head - 1].Span.End;
        if (EndingAt(segment) is { } named && MentionEndingAt(segment)!.Span.Start >= words.Start)
            return named;
        // "Its president, Ina Sorrel": the apposition names the role.
        if (head < end && line[head].Is(",") && head + 1 < end && MentionEndingAt(words.End) is { } apposed && apposed.Span.Start >= line[head].Span.End)
            return apposed.Entity;
        // "Pell (pictured)", "Pell, 54": the name opens the phrase.
        if (StartingAt(line[first].Span.Start, words.End) is { } opening && opening.Span.End <= segment && opening.Span.End >= segment)
            return opening.Entity;
        var noun = line[head - 1].Norm;
        var kind = QuotationWords.Of(noun);
        if (kind.HasFlag(WordClass.DocumentNoun))
            return NamedIn(words) ?? (noun is "statement" or "release" or "letter" or "post" ? Last(line.Paragraph) : null);
        if (line.IsHeading && kind.HasFlag(WordClass.PersonNoun) && OnlyOne(noun) is { } only)
            return only;
        if (!IsDefinite(line, first))
            return null;
        if (Role(line, noun) is { } role)
            return role;
        if (kind.HasFlag(WordClass.OrganisationNoun))
            return end - first == 2 ? Body(line, first, noun) : null;
        if (kind.HasFlag(WordClass.OrganisationPlural))
            return FirstIn(line, first, IsBody) ?? Before(words.Start, IsBody);
        if (QuotationWords.IsAnonymousSource(noun) && !kind.HasFlag(WordClass.PersonNoun))
            return null;
        return kind.HasFlag(WordClass.PersonNoun) || head < end ? SamePerson(line, words, kind.HasFlag(WordClass.PersonNoun)) : null;
    }

    // "the company": any firm will do; "the ministry" is one that bears the word in its name or role.
    private int? Body(Line line, int first, string noun)
    {
        bool Named(PageEntity e) => IsBody(e) && (e.Name.Contains(noun, StringComparison.OrdinalIgnoreCase) || e.Roles.Any(r => r.EndsWith(noun, StringComparison.OrdinalIgnoreCase)));
        var position = line[first].Span.Start;
        if ((FirstIn(line, first, Named) ?? LastSpeaker(line.Paragraph, Named) ?? Before(position, Named)) is { } named)
            return named;
        return noun is "company" or "firm" or "group" or "newspaper" or "paper" or "outlet" or "broadcaster" or "club" or "agency" or "organisation" or "organization"
            ? FirstIn(line, first, IsBody) ?? LastSpeaker(line.Paragraph, IsBody) ?? Before(position, IsBody)
            : null;
    }

    // "the regulator", right after its head spoke: the same person, unless the page knows him by another role.
    private int? SamePerson(Line line, Span words, bool isPerson)
    {
        if (Last(line.Paragraph) is not { } last || _document.Entities[last] is not { Type: EntityType.Person } person)
            return null;
        if (isPerson && person.Roles.Count == 0)
            return last;
        return NamedIn(words, EntityType.Organisation) is { } body && person.Affiliations.Contains(body) ? last : null;
    }

    // The first person of the line before, in the same paragraph.
    private int? SubjectBefore(Line line, Func<PageEntity, bool> fits)
    {
        if (_previous is not { } previous || previous.Paragraph != line.Paragraph)
            return null;
        var i = Ordered.FirstAt(_mentions, previous.Span.Start, m => m.Span.Start);
        for (var seen = 0; i < _mentions.Count && _mentions[i].Span.Start < previous.Span.End && seen < MaxAhead; i++)
        {
            if (_document.Entities[_mentions[i].Entity].Type is not EntityType.Person)
                continue;
            seen++;
            if (fits(_document.Entities[_mentions[i].Entity]))
                return _mentions[i].Entity;
        }
        return null;
    }

    private static bool IsDefinite(Line line, int first) => line[first].Norm is "the" or "his" or "her" or "its" or "their";

    // "the spokesman": the last person of that role who spoke or was named, if there is only one such.
    private int? Role(Line line, string noun)
    {
        var stem = Stem(noun);
        bool HasRole(PageEntity e) => e.Roles.Any(r => Stem(r).EndsWith(stem, StringComparison.OrdinalIgnoreCase));
        return LastSpeaker(line.Paragraph, HasRole) ?? Before(line.Span.Start, HasRole) ?? _introduced.Of(noun);
    }

    // "spokesman says", in a headline: the one person of that role on the page.
    private int? OnlyOne(string noun)
    {
        int? found = null;
        for (var e = 0; e < _document.Entities.Count; e++)
        {
            if (_document.Entities[e].Type is not EntityType.Person || !_document.Entities[e].Roles.Any(r => Stem(r).EndsWith(Stem(noun), StringComparison.OrdinalIgnoreCase)))
                continue;
            if (found is not null)
                return null;
            found = e;
        }
        return found;
    }

    // spokesman, spokeswoman and spokesperson are one role.
    private static string Stem(string role)
    {
        foreach (var ending in (string[])["woman", "person", "man"])
        {
            if (role.Length > ending.Length + 3 && role.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return role[..^ending.Length];
        }
        return role;
    }

    private int? NamedIn(Span words, params ReadOnlySpan<EntityType> types)
    {
        var i = Ordered.FirstAt(_mentions, words.Start, m => m.Span.Start);
        for (; i < _mentions.Count && _mentions[i].Span.Start < words.End; i++)
        {
            var type = _document.Entities[_mentions[i].Entity].Type;
            if (types.IsEmpty ? type is EntityType.Person or EntityType.Organisation or EntityType.Group : types.Contains(type))
                return Member(_mentions[i].Entity);
        }
        return null;
    }

    private static bool IsBody(PageEntity entity) => entity.Type is EntityType.Organisation;

    private int? LastSpeaker(int paragraph, Func<PageEntity, bool> fits)
    {
        for (var i = _spoken.Count - 1; i >= 0 && _spoken.Count - i <= MaxBack && paragraph - _spoken[i].Paragraph <= 2; i--)
        {
            if (fits(_document.Entities[_spoken[i].Speaker]))
                return _spoken[i].Speaker;
        }
        return null;
    }

    private int? Before(int position, Func<PageEntity, bool> fits)
    {
        for (var i = Ordered.FirstAt(_mentions, position, m => m.Span.Start) - 1; i >= 0 && position - _mentions[i].Span.Start < 600; i--)
        {
            if (fits(_document.Entities[_mentions[i].Entity]))
                return _mentions[i].Entity;
        }
        return null;
    }

    private int? FirstIn(Line line, int before, Func<PageEntity, bool> fits)
    {
        // The agency of a dateline is not what the sentence speaks of.
        var i = Ordered.FirstAt(_mentions, line[Dateline.End(line, startsParagraph: true)].Span.Start, m => m.Span.Start);
        for (var seen = 0; i < _mentions.Count && _mentions[i].Span.Start < line[before].Span.Start && seen < MaxAhead; i++, seen++)
        {
            if (fits(_document.Entities[_mentions[i].Entity]))
                return _mentions[i].Entity;
        }
        return null;
    }

    private int? At(Span words)
    {
        for (var i = Ordered.FirstAt(_mentions, words.Start, m => m.Span.Start); i < _mentions.Count && _mentions[i].Span.Start == words.Start; i++)
        {
            if (_mentions[i].Span == words)
                return Member(_mentions[i].Entity);
        }
        return null;
    }

    private Mention? StartingAt(int start, int limit)
    {
        Mention? best = null;
        for (var i = Ordered.FirstAt(_mentions, start, m => m.Span.Start); i < _mentions.Count && _mentions[i].Span.Start == start; i++)
        {
            if (_mentions[i].Span.End <= limit && (best is null || _mentions[i].Span.End > best.Span.End))
                best = _mentions[i];
        }
        return best;
    }

    private int? EndingAt(int end) => MentionEndingAt(end) is { } mention ? Member(mention.Entity) : null;

    // The longest mention that ends there; names are short, so a few look-backs are enough.
    private Mention? MentionEndingAt(int end)
    {
        Mention? best = null;
        for (var i = Ordered.FirstAt(_mentions, end, m => m.Span.Start) - 1; i >= 0 && end - _mentions[i].Span.Start < 120; i--)
        {
            if (_mentions[i].Span.End == end)
                best = _mentions[i];
        }
        return best;
    }

    // A group speaks through its first member.
    private int Member(int entity) =>
        _document.Entities[entity] is { Type: EntityType.Group, Affiliations: [var first, ..] } && first < _document.Entities.Count ? first : entity;
}
