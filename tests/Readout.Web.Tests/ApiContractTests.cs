using System.Text;
using System.Text.Json;
using Readout.Cli;
using Readout.Store;

namespace Readout.Web.Tests;

/// <summary>Contract 10: the command line's JSON and the body of the same question to the API are one.</summary>
[Collection(SampleCollection.Name)]
public class ApiContractTests(SampleSite samples)
{
    private readonly TestSite _site = samples.Site;

    private StoryRow Dam => _site.Stories().First(s => s.Latest == "2022-04-19");

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("?as_of=2022-03-10", new[] { "--as-of", "2022-03-10" })]
    [InlineData("?max_sentences=3", new[] { "--max-sentences", "3" })]
    [InlineData("?since=2022-03-15", new[] { "--since", "2022-03-15" })]
    [InlineData("?include_text=true", new[] { "--include-text" })]
    public async Task A_brief_is_the_same_bytes(string query, string[] options)
    {
        foreach (var story in _site.Stories())
        {
            var there = await _site.Client.GetStringAsync(new Uri($"/v1/stories/{story.Id}/brief{query}", UriKind.Relative));
            there.ShouldBe(Cli(["brief", "--json", .. options, story.Id]), story.Name);
        }
    }

    [Theory]
    [InlineData("timeline", "timeline", "timeline", "")]
    [InlineData("claims", "claims", "claims", "")]
    [InlineData("claims", "claims", "claims", "speakers=2")]
    [InlineData("quotes", "quotes", "quotations", "")]
    [InlineData("quotes", "quotes", "quotations", "form=direct")]
    [InlineData("disputes", "disputes", "disputes", "")]
    [InlineData("disputes", "disputes", "disputes", "type=date")]
    [InlineData("updates", "disputes", "changes", "")]
    [InlineData("prospects", "prospects", "prospects", "status=conditional")]
    [InlineData("sources", "sources", "families", "")]
    public async Task A_part_of_the_record_is_the_same_items(string part, string verb, string array, string filter)
    {
        foreach (var story in _site.Stories())
        {
            var there = await _site.Client.All($"/v1/stories/{story.Id}/{part}?{filter}", 3);
            string[] options = filter.Length == 0 ? [] : ["--" + filter.Split('=')[0], filter.Split('=')[1]];
            using var here = JsonDocument.Parse(Cli([verb, "--json", .. options, story.Id]));
            Same(there, here.RootElement.GetProperty(array).EnumerateArray());
        }
    }

    [Fact]
    public async Task Stories_their_pages_and_hits_are_the_same_items()
    {
        using var stories = JsonDocument.Parse(Cli(["stories", "--json"]));
        Same(await _site.Client.All("/v1/stories", 2), stories.RootElement.EnumerateArray());
        using var story = JsonDocument.Parse(Cli(["story", "--json", Dam.Id]));
        Same(await _site.Client.All($"/v1/stories/{Dam.Id}/documents", 4), story.RootElement.GetProperty("pages").EnumerateArray());
        using var hits = JsonDocument.Parse(Cli(["search", "--json", "--max", "500", "talks"]));
        Same(await _site.Client.All("/v1/search?q=talks", 7), hits.RootElement.GetProperty("hits").EnumerateArray());
    }

    [Fact]
    public async Task Changes_are_the_same_bytes() =>
        (await _site.Client.GetStringAsync(new Uri($"/v1/stories/{Dam.Id}/changes?run=0", UriKind.Relative))).ShouldBe(Cli(["diff", "--json", "--peek", Dam.Id]));

    [Theory]
    [InlineData("atom", "")]
    [InlineData("jsonl", "")]
    [InlineData("csv", "&table=quotations")]
    [InlineData("annotations", "")]
    public async Task An_export_is_the_same_bytes(string format, string more)
    {
        string[] table = more.Length == 0 ? [] : ["--table", "quotations"];
        (await _site.Client.GetStringAsync(new Uri($"/v1/stories/{Dam.Id}/export?format={format}{more}", UriKind.Relative))).ShouldBe(Cli(["export", "--format", format, .. table, Dam.Id]));
    }

    private string Cli(string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var shell = new Shell(Stream.Null, output, error, Path.GetDirectoryName(_site.Folder)!, OutIsTerminal: false, ErrorIsTerminal: false, Color: false);
        Application.Run(arguments, shell).ShouldBeLessThanOrEqualTo(ExitCode.No, error.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static void Same(IEnumerable<JsonElement> there, IEnumerable<JsonElement> here)
    {
        var (one, other) = (there.ToList(), here.ToList());
        one.Count.ShouldBe(other.Count);
        foreach (var (a, b) in one.Zip(other))
            JsonElement.DeepEquals(a, b).ShouldBeTrue($"{a.GetRawText()}\n{b.GetRawText()}");
    }
}
