using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Readout.Bench;

// `-- --short` measures in a minute with wide error bars; without it, the usual care.
var isShort = args.Contains("--short", StringComparer.Ordinal);
var config = DefaultConfig.Instance.AddJob(isShort ? Job.ShortRun : Job.Default);
BenchmarkSwitcher.FromAssembly(typeof(BriefBenchmark).Assembly).Run([.. args.Where(a => a != "--short"), .. args.Contains("--filter", StringComparer.Ordinal) ? Array.Empty<string>() : ["--filter", "*"]], config);
