using System.CommandLine;
using Readout.Training;

var shared = new Option<string>("--shared") { Description = "Folder that holds data/ (see its README).", Required = true };
var models = new Option<string>("--out") { Description = "Folder the models are written to.", DefaultValueFactory = _ => "models" };
var body = new Command("body", "Train the models that find the report on a page, with markup and without. Takes some minutes; prints what they reach on sites they did not see.")
{
    shared, models,
};
body.SetAction(parsed => BodyTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, Console.Out));
var root = new RootCommand("Makes the files in models/. The same data give the same bytes.\n\nExample: dotnet run -c Release --project src/Readout.Training -- body --shared ../shared")
{
    body,
};
return root.Parse(args).Invoke();
