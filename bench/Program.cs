using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Readout.Bench;

if (args is ["archive", ..])
    return ArchiveThroughput.Run(args);
if (args is ["search", ..])
    return SearchLoad.Run(args);
if (args is ["web", ..])
    return WebLoad.Run(args);

// `--short` measures in a minute or two with wide error bars; without it, with the usual care.
// In this process: BenchmarkDotNet's own builds don't know the shared artifacts folder.
var isShort = args.Contains("--short", StringComparer.Ordinal);
var job = (isShort ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
string[] rest = [.. args.Where(a => a != "--short")];
BenchmarkSwitcher.FromAssembly(typeof(BriefBenchmark).Assembly)
    .Run(rest.Length > 0 ? rest : ["--filter", "*"], ManualConfig.Create(DefaultConfig.Instance).AddJob(job));
return 0;
