namespace Readout.Stories.Streams;

/// <summary>The language of a text, or of all texts of an event: a hash of its code; <see cref="Mixed"/> where they are of several.</summary>
internal readonly record struct Tongue(uint Code)
{
    /// <summary>Of no text.</summary>
    public static readonly Tongue None = new(0);

    /// <summary>Of texts in several languages.</summary>
    public static readonly Tongue Mixed = new(1);

    /// <param name="language">BCP 47 code; null is English.</param>
    public static Tongue Of(string? language)
    {
        if (WordCounts.IsEnglish(language))
            return new Tongue(Hashing.Of("en"));
        var end = language.AsSpan().IndexOfAny('-', '_');
        return new Tongue(Hashing.Of((end < 0 ? language : language![..end])!.ToLowerInvariant()));
    }

    /// <summary>No language in common, as far as is known.</summary>
    public bool DiffersFrom(Tongue other) => Code != other.Code && Code > 1 && other.Code > 1;

    public Tongue With(Tongue other) => Code == other.Code || other.Code == 0 ? this : Code == 0 ? other : Mixed;
}
