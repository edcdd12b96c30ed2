using System.CommandLine;
using Readout.Training;
using Readout.Training.Alignment;
using Readout.Training.Stories;

var shared = new Option<string>("--shared") { Description = "Folder that holds data/ (see its README).", Required = true };
var models = new Option<string>("--out") { Description = "Folder the models are written to.", DefaultValueFactory = _ => "models" };
var body = new Command("body", "Train the models that find the report on a page, with markup and without. Takes some minutes; prints what they reach on sites they did not see.")
{
    shared, models,
};
body.SetAction(parsed => BodyTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, Console.Out));
var epochs = new Option<int>("--epochs") { Description = "How often the treebank is read.", DefaultValueFactory = _ => new SyntaxOptions().Epochs };
var vectors = new Option<string?>("--vectors") { Description = "Vectors learned before; made where the file is not there. Without it they are learned anew." };
var syntax = new Command("syntax", "Train the network that tags words and draws dependency trees. Takes about half an hour on two cores.")
{
    shared, models, epochs, vectors,
};
syntax.SetAction(parsed => SyntaxTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, new SyntaxOptions { Epochs = parsed.GetValue(epochs) }, parsed.GetValue(vectors), Console.Out));
var lemmas = new Command("lemmas", "Learn the endings and exceptions that give a word's lemma. Takes seconds; prints how many it gets right with gold tags.")
{
    shared, models,
};
lemmas.SetAction(parsed => LemmaTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, Console.Out));
var coref = new Command("coref", "Train the model that says whom a pronoun means. Takes a minute; prints what it reaches on texts it did not see.") { shared, models };
coref.SetAction(parsed => CorefTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, Console.Out));
var factuality = new Command("factuality", "Fit the model that says how certain a sentence makes an event. Takes a minute; prints what it reaches on the development parts.")
{
    shared, models,
};
factuality.SetAction(parsed => FactualityTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, Console.Out));
var events = new Command("events", "Fit the model that says whether a report belongs to an event. Takes minutes; prints what it reaches on topics and days it did not see.") { shared };
events.SetAction(parsed => EventTraining.Run(parsed.GetValue(shared)!, Console.Out));
var meanings = new Command("meanings", "Learn which words keep like company. Takes some minutes.") { shared, models };
meanings.SetAction(parsed => MeaningTraining.Run(parsed.GetValue(shared)!, parsed.GetValue(models)!, Console.Out));
var pairs = new Command("pairs", "Fit the decision whether two statements tell of one event. Takes a minute; prints what it reaches on topics it did not see.") { shared };
pairs.SetAction(parsed => PairTraining.Run(parsed.GetValue(shared)!, Console.Out));
var root = new RootCommand("Makes the files in models/. The same data give the same bytes.\n\nExample: dotnet run -c Release --project src/Readout.Training -- body --shared ../shared")
{
    body, syntax, lemmas, coref, factuality, events, meanings, pairs,
};
return root.Parse(args).Invoke();
