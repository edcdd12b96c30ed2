using System.CommandLine;
using NodaTime;
using Readout.Annotations;
using Readout.Claims;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary>Which part of the record a verb shows. A verb takes those options that mean something to it.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _about = new("--about") { Description = "Only what names this person, body or place.", HelpName = "NAME" };

    private readonly Option<string?> _by = new("--by") { Description = "Only what this person or body said.", HelpName = "NAME" };

    private readonly Option<string?> _from = new("--from") { Description = "Nothing before this day.", HelpName = "DATE" };

    private readonly Option<string?> _to = new("--to") { Description = "Nothing after this day.", HelpName = "DATE" };

    private readonly Option<string?> _type = Choice<DisputeType>("--type", "Disputes of this type.");

    private readonly Option<string?> _form = Choice<QuotationForm>("--form", "Quotations of this form.");

    private readonly Option<string?> _status = Choice<ProspectStatus>("--status", "Prospects that stand so now.");

    private readonly Option<int> _speakers = new("--speakers") { Description = "Only claims that at least so many original speakers make.", HelpName = "N" };

    private readonly Option<bool> _disputed = new("--disputed") { Description = "Only claims that a dispute between sources rests on." };

    private readonly List<Option> _taken = [];

    public FilterOptions About() => Take(_about);

    public FilterOptions By() => Take(_by);

    public FilterOptions Days() => Take(_from).Take(_to);

    public FilterOptions Type() => Take(_type);

    public FilterOptions Form() => Take(_form);

    public FilterOptions Status() => Take(_status);

    public FilterOptions Claims() => Take(_speakers).Take(_disputed);

    public void AddTo(Command command)
    {
        foreach (var option in _taken)
            command.Add(option);
    }

    public LedgerFilter Filter(ParseResult result)
    {
        var filter = new LedgerFilter(
            Value(result, _about), Value(result, _by), Day(result, _from), Day(result, _to),
            Named<DisputeType>(Value(result, _type)), Named<QuotationForm>(Value(result, _form)), Named<ProspectStatus>(Value(result, _status)),
            _taken.Contains(_speakers) ? result.GetValue(_speakers) : 0,
            _taken.Contains(_disputed) && result.GetValue(_disputed));
        if (filter.From is { } from && filter.To is { } to && from > to)
            throw new UsageException("--from lies after --to; nothing can lie between.");
        return filter;
    }

    private FilterOptions Take(Option option)
    {
        _taken.Add(option);
        return this;
    }

    private string? Value(ParseResult result, Option<string?> option) => _taken.Contains(option) ? result.GetValue(option) : null;

    private LocalDate? Day(ParseResult result, Option<string?> option) =>
        Value(result, option) is { } text ? PageOptions.Day(text, option.Name) : null;

    private static Option<string?> Choice<T>(string name, string describes)
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(v => Spelled(v)).ToList();
        var option = new Option<string?>(name) { Description = $"{describes[..^1]}: {string.Join(", ", names)}.", HelpName = name[2..].ToUpperInvariant() };
        option.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is { } given && !names.Contains(given))
                value.AddError($"{name}: '{given}' is none; write one of {string.Join(", ", names)}.");
        });
        return option;
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => name is null ? null : Enum.GetValues<T>().First(v => Spelled(v) == name);

    private static string Spelled<T>(T value)
        where T : struct, Enum => EnumNames.Of(value);
}
