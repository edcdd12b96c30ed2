using System.CommandLine;
using System.Globalization;
using System.Text;
using Readout.Cli.Settings;
using Readout.Store;
using Readout.Store.Searching;

namespace Readout.Cli.Workspaces;

/// <summary>Finds articles, claims, quotations and prospects in the workspace.</summary>
internal static class SearchCommand
{
    public static Command Build(Shell shell, GlobalOptions globals)
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words are ANDed; \"phrase\", -not, OR, ( ), near/5, prefix*, field:value ('--fields' lists the fields).", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Write the hits as one JSON object." };
        var most = new Option<int?>("--max", "-n") { Description = "At most so many hits (setting 'search.max').", HelpName = "N" };
        var skip = new Option<int>("--skip") { Description = "Pass over so many hits first.", HelpName = "N" };
        var facets = new Option<bool>("--facets") { Description = "Count the hits by outlet, story, speaker and month." };
        var explain = new Option<bool>("--explain") { Description = "Say how the search was understood, and each hit's score." };
        var fields = new Option<bool>("--fields") { Description = "List the fields and end." };
        var command = new Command("search", "Find articles, claims, quotations and prospects. Exit 1: nothing.") { query, json, most, skip, facets, explain, fields };
        foreach (var number in new Option[] { most, skip })
        {
            number.Validators.Add(value =>
            {
                if (value.Tokens is [var token] && token.Value.StartsWith('-'))
                    value.AddError($"{number.Name} takes a number from 0 up.");
            });
        }
        Examples.AddTo(command,
            "readout search talks dunmere",
            "readout search 'says:\"ada moll\" kind:quotation date:2025-01..2025-07'",
            "readout search --facets '\"water level\" OR reservoir*'",
            "readout search 'kind:claim disputed:yes independent:>=2'");
        command.SetAction(result =>
        {
            var here = globals.In(shell, result);
            if (result.GetValue(fields))
                return Fields(here);
            using var workspace = WorkspaceFinder.Read(here);
            try
            {
                var asked = string.Join(' ', result.GetValue(query) ?? []);
                var visit = workspace.Visits.Last(Author.Name(here), "");
                var found = workspace.Search.Find(new SearchRequest(asked, result.GetValue(most) ?? new SettingsReader(here).Number("search.max"), result.GetValue(skip), result.GetValue(facets), visit));
                if (result.GetValue(json))
                    here.PrintJson(found with { Explanation = result.GetValue(explain) ? found.Explanation : null! });
                else
                    here.Print(Text(here, found, result.GetValue(explain)));
                // after an upgrade the index is made anew by the next build
                if (found.Hits.Count == 0 && WorkspaceStatus.Of(workspace).Waiting is > 0 and var waiting)
                    here.Complain($"{waiting} page(s) wait to be built and can't be found before; 'readout build' reads them.");
                return found.Hits.Count == 0 ? ExitCode.No : ExitCode.Done;
            }
            catch (QueryException e)
            {
                throw new UsageException(e.Message, e);
            }
        });
        return command;
    }

    private static int Fields(Shell shell)
    {
        var text = new StringBuilder();
        foreach (var (name, describes) in QueryFields.Words.Select(f => (f.Name, f.Describes)).Concat(QueryFields.Values))
            text.Append(CultureInfo.InvariantCulture, $"{name + ":",-13} {describes}\n");
        shell.Print(text.ToString());
        return ExitCode.Done;
    }

    private static string Text(Shell shell, SearchResult found, bool explain)
    {
        var text = new StringBuilder();
        if (explain)
        {
            text.Append("read as:    ").Append(found.Explanation.Read).Append('\n');
            text.Append("index:      ").Append(found.Explanation.Match ?? "(no words)").Append('\n');
            foreach (var condition in found.Explanation.Conditions)
                text.Append("condition:  ").Append(condition).Append('\n');
            text.Append('\n');
        }
        foreach (var hit in found.Hits)
        {
            var days = hit.Earliest is null ? "" : hit.Earliest == hit.Latest ? hit.Earliest + "  " : $"{hit.Earliest}..{hit.Latest}  ";
            var score = explain ? string.Create(CultureInfo.InvariantCulture, $"  score {hit.Score:0.00}") : "";
            var id = hit.Item is null ? "" : "  " + hit.Item;
            text.Append(CultureInfo.InvariantCulture, $"{hit.Kind}{id}  {days}{hit.Outlet ?? "?"}{(hit.Speaker is null ? "" : $", {hit.Speaker}")}: {hit.Title ?? hit.Address}{score}\n");
            text.Append("    ").Append(hit.Snippet.IsCutBefore ? "… " : "").Append(Marked(shell, hit.Snippet)).Append(hit.Snippet.IsCutAfter ? " …\n" : "\n");
            text.Append(CultureInfo.InvariantCulture, $"    {hit.Address}{(hit.Story is null ? "" : $"  ({hit.Story})")}\n");
        }
        foreach (var (name, facets) in found.Facets)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", facets.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Value} ({f.Count})")))}\n");
        text.Append(CultureInfo.InvariantCulture, $"{found.Hits.Count} of {found.Total}{(found.Counted == found.Total ? "" : $"; too many to rank: the latest first{(found.Facets.Count > 0 ? $", and the latest {found.Counted} counted" : "")}")}\n");
        return text.ToString();
    }

    // bold on a terminal; elsewhere asterisks would change the words
    private static string Marked(Shell shell, Snippet snippet)
    {
        if (!shell.OutIsTerminal || !shell.Color)
            return snippet.Text;
        var text = new StringBuilder();
        var at = 0;
        foreach (var mark in snippet.Marks)
        {
            text.Append(snippet.Text, at, mark.Start - at).Append("\u001b[1m").Append(snippet.Text, mark.Start, mark.Length).Append("\u001b[22m");
            at = mark.End;
        }
        return text.Append(snippet.Text, at, snippet.Text.Length - at).ToString();
    }
}
