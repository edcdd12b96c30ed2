namespace Readout.Annotations;

/// <summary>
/// Finds the ministry that "the foreign ministry", "the Chilean defence ministry" means: one that the page names, of that field, and of
/// the country that the phrase or else its sentence names where the page has several. In doubt none.
/// </summary>
internal sealed class Ministries(NameMap map, Discourse discourse)
{
    public const string Noun = "ministry";

    /// <param name="i">First word of the phrase.</param>
    /// <param name="field">The word before the noun ("foreign"); "" without one.</param>
    /// <param name="country">Country of the phrase's own adjective; null without one.</param>
    public int? Find(int i, string field, string? country)
    {
        var fitting = discourse.Memory.Fitting;
        fitting.Clear();
        foreach (var e in discourse.Met)
        {
            if (IsMinistry(map.Entities[e], field) && (country is null || CountryOf(map.Entities[e]) == country))
                fitting.Add(e);
        }
        if (fitting.Count > 1 && country is null && SentenceCountry(i) is { } here)
            fitting.RemoveAll(e => CountryOf(map.Entities[e]) != here);
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>"Foreign Ministry" and "Ministry of Foreign Affairs", but not "Defence Ministry", for the field "foreign".</summary>
    private static bool IsMinistry(EntityDraft body, string field)
    {
        if (body.Type is not EntityType.Organisation)
            return false;
        bool isMinistry = false, isOfField = field.Length == 0;
        var name = body.Key.AsSpan();
        foreach (var range in name.Split(' '))
        {
            isMinistry |= name[range] is Noun;
            isOfField |= Field(name[range]).SequenceEqual(Field(field));
        }
        return isMinistry && isOfField;
    }

    private static ReadOnlySpan<char> Field(ReadOnlySpan<char> word) => word is "defense" ? "defence" : word;

    private string? CountryOf(EntityDraft body)
    {
        var name = body.Key.AsSpan();
        foreach (var range in name.Split(' '))
        {
            if (map.Lexicon.Demonym(name[range]) is { Length: > 0 } country)
                return country;
        }
        return body.Country;
    }

    /// <summary>The one country that the sentence names, by its name, its capital or an adjective.</summary>
    private string? SentenceCountry(int i)
    {
        string? found = null;
        var (first, end) = map.Words.Bounds(map.Words[i].Sentence);
        for (var k = first; k < end; k++)
        {
            var country = map.Lexicon.Demonym(map.Words[k].Fold) is { Length: > 0 } adjective && map.Words[k].Is(WordShape.Capital) ? adjective
                : map.At(k) is { } name ? map.Entity(name).Country : null;
            if (country is null || country == found)
                continue;
            if (found is not null)
                return null;
            found = country;
        }
        return found;
    }
}
