using System.Globalization;
using System.Text.RegularExpressions;

namespace Readout.Store.Searching;

/// <summary>
/// Reads a search: words are ANDed; <c>"a phrase"</c>, <c>-not</c>, <c>OR</c>, <c>( )</c>, <c>near/5</c>, <c>prefix*</c>, <c>field:value</c>.
/// </summary>
public sealed partial class QueryParser
{
    private const int MostDepth = 50;
    private const int MostTokens = 500;

    private readonly IReadOnlyList<Token> _tokens;
    private int _at;
    private int _depth;

    private QueryParser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    /// <summary>What the text asks for.</summary>
    /// <exception cref="QueryException">It can't be understood.</exception>
    public static Query Parse(string text)
    {
        var tokens = Tokens(text);
        if (tokens.Count == 0)
            throw new QueryException("the search is empty; write a word, a \"phrase\" or field:value.");
        var parser = new QueryParser(tokens);
        var query = parser.Either();
        return parser._at == tokens.Count ? query : throw new QueryException($"there is a ')' too many at {parser.Here()}.");
    }

    private Query Either()
    {
        var parts = new List<Query> { All() };
        while (Is(TokenKind.Or))
        {
            _at++;
            parts.Add(All());
        }
        return parts.Count == 1 ? parts[0] : new Query.Or(parts);
    }

    private Query All()
    {
        var parts = new List<Query>();
        while (_at < _tokens.Count && _tokens[_at].Kind is not (TokenKind.Or or TokenKind.Close))
            parts.Add(One());
        return parts.Count switch
        {
            0 => throw new QueryException(_at < _tokens.Count ? $"something is missing before {Here()}." : "something is missing at the end; OR and '(' want a word after them."),
            1 => parts[0],
            _ => new Query.And(parts),
        };
    }

    private Query One()
    {
        if (Is(TokenKind.Not))
        {
            _at++;
            return _at < _tokens.Count ? new Query.Not(One()) : throw new QueryException("'-' wants a word after it.");
        }
        if (Is(TokenKind.Near))
            throw new QueryException($"{Here()} stands between two words: mayor near/5 bridge.");
        var left = Leaf();
        if (!Is(TokenKind.Near))
            return left;
        var (phrases, distance) = (new List<Query.Phrase> { Nearable(left) }, Distance());
        while (Is(TokenKind.Near))
        {
            distance = Math.Max(distance, Distance());
            _at++;
            if (_at == _tokens.Count)
                throw new QueryException("near wants a word after it.");
            phrases.Add(Nearable(Leaf()));
        }
        if (phrases.Select(p => p.Field).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new QueryException("near joins words of one field only.");
        return new Query.Near(phrases, distance);
    }

    private int Distance()
    {
        var written = _tokens[_at].Text;
        return written.Length == 4 ? 10 : int.Parse(written.AsSpan(5), CultureInfo.InvariantCulture);
    }

    private static Query.Phrase Nearable(Query query) =>
        query as Query.Phrase ?? throw new QueryException($"near joins words and phrases; '{query}' is neither.");

    private Query Leaf()
    {
        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case TokenKind.Open:
                if (++_depth > MostDepth)
                    throw new QueryException("the brackets are too deep.");
                var inner = Either();
                if (!Is(TokenKind.Close))
                    throw new QueryException("a ')' is missing.");
                _at++;
                _depth--;
                return inner;
            case TokenKind.Words:
                return Words(token.Text, token.IsPrefix, null);
            case TokenKind.Field:
                return Field(token);
            default:
                throw new QueryException($"{token.Text} is not expected there.");
        }
    }

    private Query Field(Token token)
    {
        var name = token.Text;
        if (!QueryFields.IsWords(name) && !QueryFields.IsValue(name))
            throw new QueryException($"there is no field '{name}'; did you mean '{QueryFields.Nearest(name)}'? To look for the words themselves, write \"{name} …\".");
        if (_at == _tokens.Count || _tokens[_at].Kind != TokenKind.Words)
            throw new QueryException($"'{name}:' wants a value right after it.");
        var value = _tokens[_at++];
        if (QueryFields.IsWords(name))
            return Words(value.Text, value.IsPrefix, name);
        FilterValues.Check(name, value.Text);
        return new Query.Filter(name, value.Text);
    }

    private static Query.Phrase Words(string text, bool isPrefix, string? field)
    {
        var words = SearchWord.Of(text).Select(w => w.Norm).ToList();
        return words.Count > 0 ? new Query.Phrase(words, isPrefix, field) : throw new QueryException($"'{text}' holds no word to look for.");
    }

    private bool Is(TokenKind kind) => _at < _tokens.Count && _tokens[_at].Kind == kind;

    private string Here() => $"'{_tokens[Math.Min(_at, _tokens.Count - 1)].Text}'";

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                return tokens;
            if (tokens.Count == MostTokens)
                throw new QueryException(FormattableString.Invariant($"the search has more than {MostTokens} parts."));
            at = Next(text, at, tokens);
        }
    }

    private static int Next(string text, int at, List<Token> tokens)
    {
        switch (text[at])
        {
            case '(':
                tokens.Add(new Token(TokenKind.Open, "("));
                return at + 1;
            case ')':
                tokens.Add(new Token(TokenKind.Close, ")"));
                return at + 1;
            case '-' when at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]):
                tokens.Add(new Token(TokenKind.Not, "-"));
                return at + 1;
            case '"' or '“' or '„' or '”':
                return Quoted(text, at, tokens);
        }
        if (FieldName().Match(text, at) is { Success: true } field)
        {
            tokens.Add(new Token(TokenKind.Field, field.Groups[1].Value.ToLowerInvariant()));
            return at + field.Length;
        }
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '"' or '“' or '”'))
            end++;
        var word = text[at..end];
        tokens.Add(word switch
        {
            "OR" or "|" => new Token(TokenKind.Or, word),
            "NOT" => new Token(TokenKind.Not, word),
            _ when NearWord().IsMatch(word) => new Token(TokenKind.Near, word),
            [.. var start, '*'] when start.Length > 0 => new Token(TokenKind.Words, start, IsPrefix: true),
            _ => new Token(TokenKind.Words, word),
        });
        // ANDing is what happens anyway
        if (word == "AND")
            tokens.RemoveAt(tokens.Count - 1);
        return end;
    }

    private static int Quoted(string text, int at, List<Token> tokens)
    {
        var end = text.AsSpan(at + 1).IndexOfAny('"', '”', '“');
        if (end < 0)
            throw new QueryException("a quotation mark is missing at the end of the phrase.");
        var after = at + end + 2;
        var isPrefix = after < text.Length && text[after] == '*';
        tokens.Add(new Token(TokenKind.Words, text.Substring(at + 1, end), isPrefix));
        return isPrefix ? after + 1 : after;
    }

    [GeneratedRegex(@"\G(\p{L}+):(?=\S)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FieldName();

    [GeneratedRegex("^near(/[0-9]{1,3})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NearWord();

    private enum TokenKind { Words, Field, Or, Not, Near, Open, Close }

    private readonly record struct Token(TokenKind Kind, string Text, bool IsPrefix = false);
}
