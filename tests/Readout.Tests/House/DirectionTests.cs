using System.Text.RegularExpressions;

namespace Readout.Tests.House;

public class DirectionTests
{
    // Folder order is data flow.
    private static readonly string[] Order =
    [
        "Text", "Pages", "Languages", "Articles", "Annotations", "Origins", "Stories", "Claims", "Briefs", "Formats",
    ];

    [Fact]
    public void A_folder_uses_only_folders_above_it()
    {
        var wrong = new List<string>();
        foreach (var file in Repository.Files("src/Readout", "*.cs").Where(f => f.Count(c => c == '/') > 2))
        {
            var folder = Array.IndexOf(Order, file.Split('/')[2]);
            folder.ShouldBeGreaterThanOrEqualTo(0, $"{file}: a folder that is not in the order of the map");
            foreach (Match use in Regex.Matches(Repository.Read(file), @"^\s*(?:global )?using (?:static |\w+ = )?Readout\.(\w+)", RegexOptions.Multiline))
            {
                if (Array.IndexOf(Order, use.Groups[1].Value) > folder)
                    wrong.Add($"{file} uses {use.Groups[1].Value}");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_library_has_no_disk_network_clock_log_or_console()
    {
        // The analyzer bans these too (BannedSymbols.txt); this holds where someone switches it off.
        var banned = new Regex(@"\b(File|Directory|FileInfo|DirectoryInfo|FileStream)\s*[.(]|HttpClient|\bILogger\b|\bConsole\.|DateTime(Offset)?\.(Now|UtcNow|Today)|SystemClock|Thread\.Sleep|CurrentCulture|TimeZoneInfo|new Random\(");
        Repository.Files("src/Readout", "*.cs")
            .Where(f => f.StartsWith("src/Readout/", StringComparison.Ordinal))
            .SelectMany(f => Code(f).Where(line => banned.IsMatch(line)).Select(line => $"{f}: {line.Trim()}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_references_the_command_line() =>
        Repository.Files("src", "*.csproj").Where(f => Repository.Read(f).Contains("Readout.Cli.csproj", StringComparison.Ordinal)).ShouldBeEmpty();

    // The command line starts the server (`serve`), so that there is one program; nothing else looks at pages of the web.
    [Fact]
    public void Only_the_command_line_references_the_web_pages() =>
        Repository.Files("src", "*.csproj").Where(f => Repository.Read(f).Contains("Readout.Web.csproj", StringComparison.Ordinal)).ShouldBe(["src/Readout.Cli/Readout.Cli.csproj"]);

    private static IEnumerable<string> Code(string file) =>
        Repository.Read(file).Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
}
