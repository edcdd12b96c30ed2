using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readout.Cli.Tests;

public class WorkspaceCommandTests
{
    private const string Ferry =
        "Ferry to Vask stops\n\nOrlen Courier\nMay 6, 2031\n\nORLEN - The ferry to Vask stopped on Monday after the engine caught fire, Ada Moll, the mayor of Orlen, said.\n\n“Nobody was hurt,” Moll said on Tuesday. The ferry carried 700 passengers a day.";

    private const string Prison =
        "Court frees the poet Pell\n\nMerrow Herald\nJune 11, 2031\n\nMERROW - A court in Merrow acquitted the poet Jory Pell of slander on Wednesday, his lawyer, Ina Sorrel, said.\n\n“He will sleep at home,” Sorrel told reporters.";

    [Fact]
    public void Pages_are_added_built_listed_and_read()
    {
        using var shell = Desk();
        shell.Run("stories").ShouldBe(ExitCode.Done);
        shell.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        var story = shell.Out.Split('\n').Single(l => l.Contains("Ferry", StringComparison.Ordinal))[..13];

        shell.Run("story", story[..6]).ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("ferry.txt");
        shell.Run("brief", story).ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("Nobody was hurt");
        shell.Out.ShouldNotContain("Pell");
        var kept = shell.Out;
        shell.Run("brief", "pages/ferry.txt").ShouldBe(ExitCode.Done);
        shell.Out.ShouldBe(kept);
        shell.Run("quotes", "--by", "Ada Moll").ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("Nobody was hurt");
        shell.Run("status").ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("2 pages (2 versions), 2 stories, 0 corrections");
    }

    [Fact]
    public void A_search_without_hits_says_which_pages_it_could_not_look_at()
    {
        using var shell = Desk();
        shell.Run("search", "zeppelin").ShouldBe(ExitCode.No);
        shell.Error.ShouldBeEmpty();
        shell.File("pages/late.txt", Ferry.Replace("ferry", "zeppelin", StringComparison.Ordinal));
        shell.Run("add", "pages/late.txt").ShouldBe(ExitCode.Done);
        shell.Run("search", "zeppelin").ShouldBe(ExitCode.No);
        shell.Error.ShouldContain("1 page(s) wait to be built and can't be found before");
    }

    [Fact]
    public void What_waits_to_be_built_is_said()
    {
        using var shell = Desk();
        shell.File("pages/late.txt", Ferry.Replace("Tuesday", "Wednesday", StringComparison.Ordinal));
        shell.Run("add", "pages").ShouldBe(ExitCode.Done);
        shell.Out.ShouldBe("1 new, 0 new versions, 2 known already\n");
        shell.Run("brief").ShouldBe(ExitCode.Done);
        shell.Error.ShouldContain("1 page(s) wait to be built");
    }

    [Fact]
    public void A_search_finds_words_in_all_their_forms_and_shows_them()
    {
        using var shell = Desk();
        shell.Run("search", "passenger").ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("The ferry carried 700 passengers a day");
        shell.Run("search", "--json", "kind:quotation says:sorrel").ShouldBe(ExitCode.Done);
        using (var json = JsonDocument.Parse(shell.Out))
        {
            json.RootElement.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
            json.RootElement.GetProperty("hits")[0].GetProperty("kind").GetString().ShouldBe("quotation");
        }
        shell.Run("search", "zeppelin").ShouldBe(ExitCode.No);
        shell.Run("search", "outlit:courier").ShouldBe(ExitCode.Usage);
        shell.Error.ShouldContain("did you mean 'outlet'");
    }

    [Fact]
    public void A_correction_shows_at_once_and_in_the_log()
    {
        using var shell = Desk();
        shell.Run("set-date", "ferry.txt", "2031-05-09", "--reason", "the printed paper", "--author", "Ina").ShouldBe(ExitCode.Done);
        var id = shell.Out.Split('\n')[0];
        shell.Run("stories").ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("2031-05-09");
        shell.Run("log").ShouldBe(ExitCode.Done);
        Regex.IsMatch(shell.Out, $@"^{id}  \S+  Ina: set-date d[0-9a-f]{{6}} 2031-05-09\n    the printed paper\n$").ShouldBeTrue(shell.Out);
        shell.Run("undo", id, "-m", "misread").ShouldBe(ExitCode.Done);
        shell.Run("stories").ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("2031-05-06");
        shell.Run("undo", id, "-m", "again").ShouldBe(ExitCode.Usage);
        shell.Error.ShouldContain("undone already");
        shell.Run("set-date", "nothing.txt", "2031-05-09", "--reason", "x").ShouldBe(ExitCode.Usage);
        shell.Error.ShouldContain("no page of this workspace is called 'nothing.txt'");
        shell.Run("set-date", "ferry.txt", "2031-05-09", "--reason", " ").ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void Without_a_workspace_the_way_on_is_said()
    {
        using var shell = new CommandLine();
        foreach (var verb in new[] { "status", "stories", "build", "brief", "log" })
        {
            shell.Run(verb).ShouldBe(ExitCode.Usage, verb);
            shell.Error.ShouldContain("'readout init' makes one");
        }
    }

    [Fact]
    public void A_day_given_with_a_page_is_kept_as_a_correction()
    {
        using var shell = new CommandLine();
        shell.Run("init").ShouldBe(ExitCode.Done);
        shell.File("a.txt", Ferry.Replace("May 6, 2031\n", "", StringComparison.Ordinal));
        for (var i = 0; i < 2; i++)
            shell.Run("add", "--build", "--published", "a.txt=2031-05-07", "a.txt").ShouldBe(ExitCode.Done);
        shell.Run("log", "--json").ShouldBe(ExitCode.Done);
        using var json = JsonDocument.Parse(shell.Out);
        json.RootElement.GetArrayLength().ShouldBe(1);
        shell.Run("stories").ShouldBe(ExitCode.Done);
        shell.Out.ShouldContain("2031-05-07");
    }

    private static CommandLine Desk()
    {
        var shell = new CommandLine();
        shell.File("pages/ferry.txt", Ferry);
        shell.File("pages/prison.txt", Prison);
        shell.Run("init").ShouldBe(ExitCode.Done);
        shell.Run("add", "--build", "pages").ShouldBe(ExitCode.Done, shell.Error);
        return shell;
    }
}
