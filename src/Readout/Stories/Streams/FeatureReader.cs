using System.Globalization;
using Readout.Languages;

namespace Readout.Stories.Streams;

/// <summary>Makes the features of texts. Holds room to work in: one for each thread.</summary>
internal sealed class FeatureReader
{
    private const int LeadWords = 60;
    private const int MostWords = 700;
    private const double TitleWeight = 3;
    private const double LeadWeight = 1.5;

    private static readonly Lazy<HashSet<uint>> s_ordinary = new(() => Hashes(Resource.Lines("En/ordinary-words.txt")));
    private static readonly Lazy<Dictionary<uint, uint>> s_numbers = new(NumberWords);

    private readonly TermCounter _title = new();
    private readonly TermCounter _lead = new();
    private readonly TermCounter _body = new();
    private readonly TermCounter _names = new();
    private readonly TermCounter _places = new();
    private readonly TermCounter _numbers = new();
    private readonly TermCounter _sounds = new();
    private readonly TermCounter _days = new();
    private readonly List<Word> _words = [];
    private readonly HashSet<int> _countries = [];

    /// <summary>Hash of all words of the text read last, in their order: copies word by word have the same.</summary>
    public ulong Words { get; private set; }

    public TextFeatures Read(StreamText text)
    {
        Words = 14695981039346656037UL;
        var english = WordCounts.IsEnglish(text.Language);
        Scan(text.Title, english, MostWords);
        var titled = _words.Count;
        var cased = IsCased(_words);
        var lists = PlaceNames.Of(text.Language);
        AddPlaces(2, lists);
        for (var i = 0; i < _words.Count; i++)
        {
            AddWord(_words[i], TitleWeight, _title, _lead, _body);
            AddName(i, 2, cased, english);
            DayMentions.Add(_days, _words, i, 2, text.Published, english);
        }
        Scan(text.Text, english, MostWords);
        AddPlaces(1, lists);
        for (var i = 0; i < _words.Count; i++)
        {
            var lead = i + titled < LeadWords;
            if (lead)
                AddWord(_words[i], LeadWeight, _lead, _body);
            else
                AddWord(_words[i], 1, _body);
            AddName(i, lead ? LeadWeight : 1, sure: true, english);
            DayMentions.Add(_days, _words, i, lead ? 2 : 0.5, text.Published, english);
        }
        var counts = WordCounts.Of(text.Language);
        return new TextFeatures(_title.Take(24, counts), _lead.Take(60, counts), _body.Take(100, counts), _names.Take(30, counts), _places.Take(16, null), _numbers.Take(24, null), _sounds.Take(30, null), _days.Take(8, null))
        {
            Counts = counts, Tongue = Tongue.Of(text.Language),
        };
    }

    private void Scan(string text, bool english, int most)
    {
        _words.Clear();
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        var scanner = new WordScanner(text, english, buffer);
        while (_words.Count < most && scanner.Next())
        {
            _words.Add(scanner.Current);
            Words = (Words ^ scanner.Current.Plain) * 1099511628211UL;
        }
        Words = (Words ^ (ulong)text.Length) * 1099511628211UL;
    }

    // headlines That Capitalise Words say nothing about names
    private static bool IsCased(List<Word> words)
    {
        var capitals = words.Count(w => w.Capital && !w.First);
        return capitals * 2 < words.Count;
    }

    private void AddWord(Word word, double weight, params ReadOnlySpan<TermCounter> fields)
    {
        foreach (var field in fields)
            field.Add(word.Stem, weight);
        var number = word.Kind == WordKind.Number ? word.Stem : s_numbers.Value.GetValueOrDefault(word.Plain);
        if (number != 0)
            _numbers.Add(number, weight > 1 ? 2 : 1);
    }

    private void AddName(int at, double weight, bool sure, bool english)
    {
        var word = _words[at];
        if (!word.Capital || word.Kind != WordKind.Letters)
            return;
        if ((word.First || !sure) && (!english || s_ordinary.Value.Contains(word.Plain)))
            return;
        _names.Add(word.Stem, weight);
        // a country counts as a place already
        if (word.Sound != 0 && !_countries.Contains(at))
            _sounds.Add(word.Sound, weight);
    }

    private void AddPlaces(double weight, PlaceNames lists)
    {
        _countries.Clear();
        for (var i = 0; i < _words.Count; i++)
        {
            if (!_words[i].Capital)
                continue;
            i += PlaceAt(i, weight, lists);
        }
    }

    // the longest name that begins here; how many words more than one it has
    private int PlaceAt(int at, double weight, PlaceNames lists)
    {
        var phrase = 0u;
        var (found, length) = ((0u, 0u), 0);
        for (var n = 0; n < PlaceNames.Longest && at + n < _words.Count; n++)
        {
            var word = _words[at + n];
            if (n > 0 && !word.Joined)
                break;
            phrase = n == 0 ? word.Plain : Hashing.Join(phrase, word.Plain);
            if (lists.Find(phrase, out var place, out var country))
                (found, length) = ((place, country), n + 1);
        }
        if (length == 0)
            return 0;
        _places.Add(found.Item1, found.Item1 == found.Item2 ? weight : 2 * weight);
        if (found.Item1 != found.Item2)
            _places.Add(found.Item2, weight);
        for (var n = 0; n < length && found.Item1 == found.Item2; n++)
            _countries.Add(at + n);
        return length - 1;
    }

    private static HashSet<uint> Hashes(IEnumerable<string> words)
    {
        var hashes = new HashSet<uint>();
        Span<char> buffer = stackalloc char[WordScanner.BufferSize];
        foreach (var word in words)
        {
            var scanner = new WordScanner(word, english: true, buffer);
            if (scanner.Next())
                hashes.Add(scanner.Current.Plain);
        }
        return hashes;
    }

    private static Dictionary<uint, uint> NumberWords()
    {
        var numbers = new Dictionary<uint, uint>();
        // "one" counts nothing as a rule
        foreach (var row in Resource.Rows("En/numbers.tsv").Where(r => r[1] == "cardinal" && double.Parse(r[2], CultureInfo.InvariantCulture) > 1))
            numbers[Hashing.Of(row[0])] = Hashing.Of(row[2]);
        return numbers;
    }
}
