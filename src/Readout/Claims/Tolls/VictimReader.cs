using Readout.Annotations;
using Readout.Text;

namespace Readout.Claims;

/// <summary>Reads a phrase as people: how many, who, known or new.</summary>
internal sealed class VictimReader(Document document, WordTree tree)
{
    private readonly IReadOnlyList<Word> _words = document.Words;

    public PersonNumbers Numbers { get; } = new(document, tree);

    /// <summary>The people that a noun, number, name or pronoun stands for; null where it stands for no people.</summary>
    /// <param name="isLiving">What the verb befalls lives ("killed three bandmates"): any counted noun that is no animal is people.</param>
    public Victim? Read(int head, bool isLiving = false)
    {
        var word = _words[head];
        var norm = Numbers.Norm(head);
        if (word.Upos is Upos.Pron || norm is "both" or "all" or "none" or "everyone" or "another" or "self")
            return Pronoun(head, norm);
        if (Numbers.YearOld(head) is { } years)
            return Make(head, 1, 1, isCounted: true, null) with { Age = years };
        if (Numbers.Number(head) is { } bare && !Numbers.IsAge(head) && Numbers.After(head - 2, head - 2) is null)
            return Make(head, bare.Low, bare.High, isCounted: true, null) with { IsPart = HasOf(head) };
        if (Name(head) is { } entity)
            return Make(head, 1, 1, isCounted: true, entity);
        return Noun(head, isLiving);
    }

    private Victim? Noun(int head, bool isLiving)
    {
        var lemma = _words[head].Lemma;
        if (lemma.Equals("family", StringComparison.OrdinalIgnoreCase) && FamilyOf(head) is { } members)
            return Make(head, members, members, true, null);
        if (lemma is not ("dead" or "wounded" or "injured") && Person(head) is null && !(isLiving && IsCountedKind(head)))
            return null;
        var plural = IsPlural(head);
        foreach (var child in tree.Children(head))
        {
            if (_words[child].Relation is "nummod" && !Numbers.IsAge(child) && Numbers.Number(child) is { } counted)
                return Make(head, counted.Low, counted.High, true, null);
            if (_words[child].Relation is "det" && Numbers.Norm(child) is "no")
                return Make(head, 0, 0, true, null);
            if (_words[child].Relation is "det" && Numbers.Norm(child) is "each" or "every" or "any")
                return null;
            if (_words[child].Relation is "amod" && Numbers.Norm(child) is "several" or "multiple")
                return Make(head, 2, null, true, null);
        }
        if (Numbers.Norm(head) is "couple")
            return Make(head, 2, 2, true, null);
        if (plural)
            return Make(head, 2, null, false, null);
        return Make(head, 1, 1, true, null);
    }

    // "a family of four"
    private double? FamilyOf(int head) =>
        head + 2 < _words.Count && _words[head + 1].Lemma is "of" && tree.IsInSentence(head, head + 2) && _words[head + 2].Upos is Upos.Num && Numbers.Number(head + 2) is { High: { } number } ? number : null;

    // "three bandmates"
    private bool IsCountedKind(int head) =>
        _words[head].Xpos is "NNS" && !HarmWords.En.IsAnimal(_words[head].Lemma) && tree.Children(head).Any(c => _words[c].Relation is "nummod" && !Numbers.IsAge(c) && Numbers.Number(c) is { Low: < 1000 })
        && !tree.Children(head).Any(c => HarmWords.En.IsAnimal(_words[c].Lemma));

    // "a couple", "people": what has no singular ending and is many
    private bool IsPlural(int head) => _words[head].Xpos is "NNS" or "NNPS" || Numbers.Norm(head) is "people" or "police" or "others" or "children" or "men" or "women" || (Numbers.Norm(head).EndsWith('s') && Person(head) is not null && Numbers.Norm(head) != _words[head].Lemma);

    private (char? Gender, string Age)? Person(int head)
    {
        var people = HarmWords.En;
        var lemma = _words[head].Lemma;
        return people.Person(lemma) ?? people.Person(lemma.ToLowerInvariant())
            ?? (lemma.EndsWith('s') ? people.Person(lemma[..^1].ToLowerInvariant()) : null)
            ?? (Numbers.Norm(head) is "men" ? people.Person("man") : Numbers.Norm(head) is "women" ? people.Person("woman") : null);
    }

    private Victim? Pronoun(int head, string norm)
    {
        switch (norm)
        {
            case "nobody" or "noone" or "none":
                return Make(head, 0, 0, true, null);
            case "both":
                return Make(head, 2, 2, false, null) with { IsKnown = true };
            case "someone" or "somebody":
                return Make(head, 1, 1, true, null);
            case "one":
                return tree.Children(head).Any(c => Numbers.Norm(c) is "no") ? Make(head, 0, 0, true, null) : Make(head, 1, 1, true, null) with { IsPart = HasOf(head) };
            case "another" or "other":
                return Make(head, 1, 1, true, null) with { IsMore = true };
            case "himself" or "herself" or "self" or "themselves" when Doer(head) is { } doer:
                return doer with { IsSelf = true };
            case "his" or "her" or "their" when IsOwn(head):
                return Doer(head) is { } taker ? taker with { IsSelf = true } : Make(head, 1, 1, false, null) with { IsKnown = true, IsSelf = true, Gender = norm is "his" ? 'm' : norm is "her" ? 'f' : null };
            case "he" or "him" or "himself" or "she" or "her" or "herself":
                var gender = norm[0] is 'h' && norm[1] is 'e' && norm.Length == 2 || norm.StartsWith("him", StringComparison.Ordinal) ? 'm' : 'f';
                return Make(head, 1, 1, false, Mention(head) is { } meant && document.Entities[meant].Type is EntityType.Person ? meant : null) with { IsKnown = true, Gender = gender, IsSelf = norm.EndsWith("self", StringComparison.Ordinal) };
            default:
                return null;
        }
    }

    private Victim Make(int head, double low, double? high, bool isCounted, int? entity)
    {
        var span = tree.Phrase(head);
        int first = head, last = head;
        while (first > 0 && _words[first - 1].Span.Start >= span.Start)
            first--;
        while (last + 1 < _words.Count && _words[last + 1].Span.End <= span.End)
            last++;
        bool more = false, known = false;
        var ordinal = 0;
        foreach (var child in tree.Children(head))
        {
            if (_words[child].Relation is "conj" or "acl" or "acl:relcl" or "appos")
                continue;
            var norm = Numbers.Norm(child);
            more |= norm is "other" or "others" or "another" or "more" or "additional" || PersonNumbers.Ordinal(norm) > 1;
            ordinal = Math.Max(ordinal, PersonNumbers.Ordinal(norm));
            known |= norm is "the" or "this" or "that" or "these" or "those" or "both" or "all" || _words[child].Relation is "nmod:poss";
        }
        more |= Numbers.Norm(head) is "others" or "another";
        var gender = entity is { } e ? document.Entities[e].Gender : Person(head)?.Gender;
        if (gender is null && entity is null)
            gender = tree.Children(head).Select(c => Numbers.Norm(c) is "male" ? 'm' : Numbers.Norm(c) is "female" ? 'f' : (char?)null).FirstOrDefault(g => g is not null);
        return new Victim(span, head, low, high, entity, gender, low == 1 && high == 1 ? Numbers.Age(first, head, last) : null, isCounted, more, known, false)
        {
            Ordinal = ordinal,
            Noun = entity is null && _words[head].Upos is Upos.Noun ? _words[head].Lemma : "",
        };
    }

    // "killed himself": whoever killed
    private Victim? Doer(int head)
    {
        for (var at = _words[head].Head; at >= 0; at = _words[at].Head)
        {
            foreach (var child in tree.Children(at))
            {
                if (_words[child].Relation is not "nsubj" || child == head || Numbers.Norm(child).EndsWith("self", StringComparison.Ordinal) || Numbers.Norm(child) is "themselves")
                    continue;
                if (_words[child].Upos is not Upos.Pron)
                    return Read(child) is { IsOne: true } doer ? doer : null;
                // "the death of a son who killed himself": not the death
                return _words[child].Lemma is "who" && _words[at].Relation is "acl:relcl" && _words[at].Head >= 0 ? Read(_words[at].Head) ?? (child > 0 ? Read(child - 1) : null) : Read(child);
            }
            if (_words[at].Relation is "acl" or "acl:relcl" && _words[at].Head is >= 0 and var noun && !Numbers.Norm(noun).EndsWith("self", StringComparison.Ordinal))
                return Read(noun);
        }
        return null;
    }

    // "his own life"
    private bool IsOwn(int head) => head + 1 < _words.Count && _words[head + 1].Lemma is "own" && _words[head + 1].Head == _words[head].Head;

    private bool HasOf(int head) => tree.Children(head).Any(c => _words[c].Relation.StartsWith("nmod", StringComparison.Ordinal) && tree.Children(c).Any(k => Numbers.Norm(k) is "of"));

    private int? Name(int head)
    {
        if (_words[head].Upos is not (Upos.Propn or Upos.X or Upos.Noun))
            return null;
        return Mention(head) is { } entity && document.Entities[entity].Type is EntityType.Person ? entity : null;
    }

    private int? Mention(int head)
    {
        var place = _words[head].Span;
        for (var i = Math.Max(0, Ordered.FirstAt(document.Mentions, place.Start, m => m.Span.Start) - 2); i < document.Mentions.Count && document.Mentions[i].Span.Start < place.End; i++)
        {
            if (document.Mentions[i].Span.Overlaps(place) && document.Mentions[i].Form is not MentionForm.Role and not MentionForm.Group)
                return document.Mentions[i].Entity;
        }
        return null;
    }
}
