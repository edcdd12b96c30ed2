using System.CommandLine;
using Readout.Briefs;
using Readout.Formats;
using Readout.Stories;

namespace Readout.Cli.Commands;

/// <summary>Pages in, one way of reading their record out: the verbs that show it.</summary>
internal static class ReportCommand
{
    public static IEnumerable<Command> All(Shell shell, GlobalOptions globals) =>
    [
        Brief(shell, globals),
        Build(shell, globals, Report.Timeline, "When it happened or should, and when that was reported.", new FilterOptions().About().Days(),
            "readout timeline pages/",
            "readout timeline --from 2025-05-01 --about 'Ada Moll' pages/"),
        Build(shell, globals, Report.Claims, "Every statement: who makes it, on whose word, in how many outlets, texts and voices. Exit 1: none.", new FilterOptions().About().By().Days().Claims(),
            "readout claims --speakers 2 pages/         what more than one voice says",
            "readout claims --about Vask --format html -o claims.html pages/"),
        Build(shell, globals, Report.Disputes, "Where the pages differ, and what only changed. Exit 1: nothing is disputed.", new FilterOptions().About().By().Days().Type(),
            "readout disputes pages/",
            "readout disputes --type date pages/"),
        Build(shell, globals, Report.Quotes, "Who said what, by speaker: words in marks, then reported speech. Exit 1: nothing.", new FilterOptions().About().By().Days().Form(),
            "readout quotes --by 'Ada Moll' pages/",
            "readout quotes --form direct --json pages/"),
        Build(shell, globals, Report.Prospects, "Events that may come: every step of their status, and on what they wait. Exit 1: none.", new FilterOptions().About().By().Days().Status(),
            "readout prospects pages/",
            "readout prospects --status conditional pages/"),
        Build(shell, globals, Report.Sources, "Who copied whom, who is credited, and from which voices the claims come.", new FilterOptions(),
            "readout sources pages/",
            "readout sources --format html -o sources.html pages/"),
        Entity(shell, globals),
    ];

    private static Command Brief(Shell shell, GlobalOptions globals) =>
        Build(shell, globals, Report.Brief, "Read pages and print the cited brief: what is known, who says so, where it is written.", new FilterOptions(),
            "readout brief pages/",
            "readout brief --format html -o brief.html 'dumps/**/*.txt'",
            "readout brief --since 2025-05-01 pages/    what is new since a day, in its second section",
            "readout brief --json --include-text --published 004.txt=2025-05-07 *.txt > record.json",
            "curl -s https://example.org/report | readout brief -");

    private static Command Build(Shell shell, GlobalOptions globals, Report report, string describes, FilterOptions filters, params string[] examples)
    {
        var pages = new PageOptions(ArgumentArity.ZeroOrMore, inWorkspace: true);
        var output = new OutputOptions();
        var since = new Option<string?>("--since") { Description = "What is new is what the pages up to this day did not say.", HelpName = "DATE" };
        var command = new Command(report.Name, describes);
        filters.AddTo(command);
        if (report == Report.Brief)
            command.Add(since);
        output.AddTo(command);
        pages.AddTo(command);
        Examples.AddTo(command, examples);
        command.SetAction(result => Run(globals.In(shell, result), result, globals, pages, output, pages.BriefOptions(result) with
        {
            Report = report,
            Filter = filters.Filter(result),
            Since = report == Report.Brief && result.GetValue(since) is { } day ? PageOptions.Day(day, "--since") : null,
        }));
        return command;
    }

    private static Command Entity(Shell shell, GlobalOptions globals)
    {
        var name = new Argument<string>("NAME") { Description = "A person, body or place: a name as any page writes it, or an id." };
        var pages = new PageOptions(ArgumentArity.ZeroOrMore, inWorkspace: true);
        var filters = new FilterOptions().Days();
        var output = new OutputOptions();
        var command = new Command(Report.Entity.Name, "One person, body or place: its names, what it said, what is said of it. Exit 1: nothing is called so.") { name };
        filters.AddTo(command);
        output.AddTo(command);
        pages.AddTo(command);
        Examples.AddTo(command, "readout entity 'Ada Moll' pages/");
        command.SetAction(result => Run(globals.In(shell, result), result, globals, pages, output,
            pages.BriefOptions(result) with { Report = Report.Entity, Filter = filters.Filter(result) with { About = result.GetValue(name) } }));
        return command;
    }

    private static int Run(Shell shell, ParseResult result, GlobalOptions globals, PageOptions pages, OutputOptions output, BriefOptions options)
    {
        var (brief, request, code, _) = Reading.Read(shell, result, globals, pages, options);
        if (brief is null)
            return code;
        foreach (var unknown in new[] { options.Filter.About, options.Filter.By }.OfType<string>().Where(n => EntityFinder.Find(brief.Ledger.Story, n).Count == 0))
        {
            var nearest = EntityFinder.Nearest(brief.Ledger.Story, unknown);
            shell.Complain($"nobody and nothing on these pages is called '{unknown}'{(nearest.Count == 0 ? "." : $"; near it: {string.Join(", ", nearest)}.")}");
        }
        output.Write(shell, result, brief, request);
        return code == ExitCode.Done && !brief.IsFound ? ExitCode.No : code;
    }
}
