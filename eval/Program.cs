using Readout.Eval.Tasks;

string Option(string name, string fallback) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : fallback;
var input = Option("--in", "");
var output = Option("--out", "");
var jobs = int.TryParse(Option("--jobs", "2"), System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 2;
return (args.Length > 0 ? args[0] : "") switch
{
    "articles" => ArticlesTask.Run(input, output, jobs),
    "entities" => EntitiesTask.Run(input, output, jobs),
    "dumps" => DumpsTask.Run(input, output, jobs),
    "times" => TimesTask.Run(input, output, jobs),
    var task => Unknown(task),
};

static int Unknown(string task)
{
    Console.Error.WriteLine($"eval: the task '{task}' is not built yet.");
    return 2;
}
