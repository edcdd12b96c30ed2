using System.CommandLine;
using Readout.Eval;
using Readout.Eval.Tasks;

// Runs Readout's own code over a set and writes a prediction file, which the set's scorer reads.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;

var built = new Dictionary<string, Func<string, string, int, int>>(StringComparer.Ordinal)
{
    ["articles"] = ArticlesTask.Run,
    ["books"] = BooksTask.Run,
    ["books-vote"] = BooksTask.RunVote,
    ["contradictions"] = ContradictionsTask.Run,
    ["copies"] = CopiesTask.Run,
    ["clusters"] = ClustersTask.Run,
    ["coref"] = CorefTask.Run,
    ["events"] = EventsTask.Run,
    ["facts"] = FactsTask.Run,
    ["factuality"] = FactualityTask.Run,
    ["dumps"] = DumpsTask.Run,
    ["entities"] = EntitiesTask.Run,
    ["entity-types"] = EntitiesTask.RunTypes,
    ["languages"] = LanguagesTask.Run,
    ["quotes"] = QuotesTask.Run,
    ["same-event"] = SameEventTask.Run,
    ["storylines"] = ClustersTask.RunStorylines,
    ["record"] = RecordTask.Run,
    ["timelines"] = TimelinesTask.Run,
    ["updates"] = UpdatesTask.Run,
    ["times"] = TimesTask.Run,
    ["time-rules"] = TimeRulesTask.Run,
};

var input = new Option<string>("--in") { Description = "The set: a file or a folder, as the task reads it.", Required = true };
var output = new Option<string>("--out") { Description = "The prediction file to write.", Required = true };
var jobs = new Option<int>("--jobs") { Description = "Pages read at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
var repeat = new Option<int>("--repeat") { Description = "Go over the set so many times.", DefaultValueFactory = _ => 1 };
var stages = new Option<string>("--stages") { Description = "all, articles (reading pages alone) or layers (each layer of annotation by itself).", DefaultValueFactory = _ => "all" };
var shared = new Option<string>("--shared") { Description = "The folder with data/ and score/.", DefaultValueFactory = _ => "../shared" };
var root = new RootCommand("Measures Readout: eval TASK --in IN --out OUT [--jobs N]");

foreach (var (name, run) in built)
{
    var task = new Command(name, $"Predict {name}.") { input, output, jobs };
    task.SetAction(result => run(result.GetValue(input)!, result.GetValue(output)!, result.GetValue(jobs)));
    root.Add(task);
}
var goldTokens = new Option<bool>("--gold-tokens") { Description = "Take the file's words and sentences; without it only its raw text is read." };
var parse = new Command("parse", "Predict trees for a CoNLL-U file.") { input, output, jobs, goldTokens };
parse.SetAction(result => ParseTask.Run(result.GetValue(input)!, result.GetValue(output)!, result.GetValue(goldTokens)));
root.Add(parse);

var throughput = new Command("throughput", "Time the stages over a folder of pages or a JSONL file; one JSON line.") { input, repeat, stages };
throughput.SetAction(result => Throughput.Run(result.GetValue(input)!, result.GetValue(repeat), result.GetValue(stages)!, Console.Out));
root.Add(throughput);

var documents = new Option<int>("--documents") { Description = "How far the stream grows.", DefaultValueFactory = _ => 1_000_000 };
var copies = new Option<bool>("--copies") { Description = "Look for near-copies, too, before a text joins an event." };
var growth = new Command("growth", "Time a stream of events as it grows: a set over and over with changed words and later days; writes a table. With that table (.tsv) as --in, draws its curve (SVG). With a folder of pages of one story, times every stage of their record instead.") { input, output, documents, copies };
growth.SetAction(result => Growth.Run(result.GetValue(input)!, result.GetValue(output)!, result.GetValue(documents), result.GetValue(copies)));
root.Add(growth);

var pathological = new Command("pathological", "Time pages made to stop a reader against the median of a set, per megabyte; exit 1 where one is 50 times slower.") { input };
pathological.SetAction(result => Pathological.Run(result.GetValue(input)!, Console.Out));
root.Add(pathological);

var floors = new Command("floors", "Run the sets pinned in floors.json and fail where a figure falls below its floor.") { shared, jobs };
var pinned = new Dictionary<string, Func<string, string, int, int>>(built, StringComparer.Ordinal)
{
    ["parse"] = (set, predicted, _) => ParseTask.Run(set, predicted, goldTokens: false),
    ["parse --gold-tokens"] = (set, predicted, _) => ParseTask.Run(set, predicted, goldTokens: true),
};
floors.SetAction(result => Floors.Check(result.GetValue(shared)!, result.GetValue(jobs), pinned, Console.Out));
root.Add(floors);

var parsed = root.Parse(args);
if (parsed.Errors.Count == 0)
    return parsed.Invoke();
foreach (var error in parsed.Errors)
    Console.Error.WriteLine("eval: " + error.Message);
return 2;
