using Readout.Languages;

namespace Readout.Annotations;

/// <summary>What a word can be when clauses and noun phrases are cut. A word may be several of these.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Subject = 1 << 0,
    Hearer = 1 << 1,
    ThirdPerson = 1 << 2,
    Relative = 1 << 3,
    Determiner = 1 << 4,
    Possessive = 1 << 5,
    Have = 1 << 6,
    Be = 1 << 7,
    Do = 1 << 8,
    Modal = 1 << 9,
    Hypothetical = 1 << 10,
    Future = 1 << 11,
    Negation = 1 << 12,
    Adverb = 1 << 13,
    Preposition = 1 << 14,
    InnerPreposition = 1 << 15,
    Coordinator = 1 << 16,
    Subordinator = 1 << 17,
    Wh = 1 << 18,
    Finite = 1 << 19,
    Past = 1 << 20,
    Narrator = 1 << 21,
    DocumentNoun = 1 << 22,
    OrganisationNoun = 1 << 23,
    PersonNoun = 1 << 24,
    OrganisationPlural = 1 << 25,
    Auxiliary = Have | Be | Do | Modal,
    Function = Subject | Hearer | Relative | Determiner | Possessive | Auxiliary | Negation | Preposition | Coordinator | Subordinator | Wh,
}

/// <summary>The closed word classes of English that the quotation rules ask for.</summary>
internal static class QuotationWords
{
    private static readonly Dictionary<string, WordClass> s_classes = Load();
    private static readonly HashSet<string> s_nouns = Resource.Set("En/reporting-nouns.txt");
    private static readonly HashSet<string> s_anonymous = Resource.Set("En/anonymous-sources.txt");

    public static WordClass Of(string norm) => s_classes.GetValueOrDefault(norm);

    public static bool IsReportingNoun(string norm) => s_nouns.Contains(norm);

    public static bool IsAnonymousSource(string norm) => s_anonymous.Contains(norm);

    private static Dictionary<string, WordClass> Load()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("En/quotation-words.tsv"))
        {
            var name = Enum.Parse<WordClass>(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var word in row[1].Split(' '))
                classes[word] = classes.GetValueOrDefault(word) | name;
        }
        return classes;
    }
}
