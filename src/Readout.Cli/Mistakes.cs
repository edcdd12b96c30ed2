using System.CommandLine;
using System.CommandLine.Parsing;
using Readout.Text;

namespace Readout.Cli;

/// <summary>What is wrong with a command line, in words that name what to write instead.</summary>
internal static class Mistakes
{
    public static IReadOnlyList<string> In(ParseResult result)
    {
        var unknown = UnknownOptions(result);
        if (unknown.Count > 0)
            return unknown;
        if (result.UnmatchedTokens.Count > 0 && result.CommandResult.Command is RootCommand root)
            return [$"'{result.UnmatchedTokens[0]}' is no command{Nearest(result.UnmatchedTokens[0], root.Subcommands.Select(c => c.Name))}"];
        return [.. result.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal)];
    }

    // The parser takes a word with a dash for an argument where arguments are free; for us it is a mistyped option
    // unless it stands after "--".
    private static List<string> UnknownOptions(ParseResult result)
    {
        var mistakes = new List<string>();
        var names = Options(result.CommandResult).SelectMany(o => o.Aliases.Append(o.Name)).ToList();
        foreach (var token in result.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
                break;
            if (token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && !IsValue(result, token))
                mistakes.Add($"'{token.Value}' is no option{Nearest(token.Value, names)}");
        }
        return mistakes;
    }

    private static bool IsValue(ParseResult result, Token token) =>
        Options(result.CommandResult).Any(o => result.GetResult(o)?.Tokens.Contains(token) == true);

    private static IEnumerable<Option> Options(CommandResult result)
    {
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            if (at is CommandResult command)
            {
                foreach (var option in command.Command.Options)
                    yield return option;
            }
        }
    }

    private static string Nearest(string word, IEnumerable<string> names)
    {
        var written = word.Split('=')[0];
        var best = names.Where(n => n.Length > 2).OrderBy(n => EditDistance.Between(written, n)).ThenBy(n => n, StringComparer.Ordinal).FirstOrDefault();
        return best is not null && EditDistance.Between(written, best) <= Math.Max(1, best.Length / 3) ? $"; did you mean '{best}'?" : ".";
    }
}
