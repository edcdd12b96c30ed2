using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Readout.Cli.Workspaces.Fetching;

/// <summary>Asks several servers at the same time, each for one thing after the other.</summary>
internal static class Lanes
{
    private const int Servers = 8;
    private const int Batch = 32;

    /// <summary>What came of it, as it comes: whatever is there when the last part was dealt with.</summary>
    /// <param name="address">The address of an item; its server is the lane.</param>
    public static async IAsyncEnumerable<IReadOnlyList<TResult>> Run<T, TResult>(
        IEnumerable<T> items, Func<T, string> address, Func<T, CancellationToken, Task<TResult>> ask, [EnumeratorCancellation] CancellationToken stop)
    {
        // Few are kept waiting: each may hold a page of many megabytes.
        var channel = Channel.CreateBounded<TResult>(Servers);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var asking = Ask(items.GroupBy(i => Server(address(i)), StringComparer.OrdinalIgnoreCase), ask, channel.Writer, ended.Token);
        try
        {
            while (await channel.Reader.WaitToReadAsync(stop).ConfigureAwait(false))
            {
                var batch = new List<TResult>();
                while (batch.Count < Batch && channel.Reader.TryRead(out var one))
                    batch.Add(one);
                yield return batch;
            }
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await asking.ConfigureAwait(false);
        }
    }

    // Completes the channel whatever happens; who reads it hears of a failure there.
    private static async Task Ask<T, TResult>(IEnumerable<IGrouping<string, T>> lanes, Func<T, CancellationToken, Task<TResult>> ask, ChannelWriter<TResult> to, CancellationToken stop)
    {
        try
        {
            await Parallel.ForEachAsync(lanes, new ParallelOptions { MaxDegreeOfParallelism = Servers, CancellationToken = stop }, async (lane, inner) =>
            {
                foreach (var item in lane)
                    await to.WriteAsync(await ask(item, inner).ConfigureAwait(false), inner).ConfigureAwait(false);
            }).ConfigureAwait(false);
            to.Complete();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            to.TryComplete(e);
        }
    }

    private static string Server(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : "";
}
