using Microsoft.Extensions.Caching.Memory;
using NodaTime;
using Readout.Claims;
using Readout.Formats;
using Readout.Store;
using Readout.Web.Serving;

namespace Readout.Web.Api;

/// <summary>Answers that the kept record does not hold ready: as of an earlier day, of a part, with the texts. The ledgers behind them are made once.</summary>
internal sealed class Ledgers(WorkspacePool pool) : IDisposable
{
    // Pages with all their layers take some hundred kilobytes each.
    private const int MostPages = 400;

    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = MostPages });

    // Making one takes all processors; others wait for their turn and leave the rest of the server to who only looks.
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The JSON document that the command line writes for the same question.</summary>
    public async Task<byte[]> Json(StoryRow story, string made, Asked asked, CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Json(story, made, asked), stop);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _made.Dispose();
        _turn.Dispose();
    }

    private byte[] Json(StoryRow story, string made, Asked asked)
    {
        var (pages, ledger) = Of(story, made, asked.Options.AsOf);
        using var json = new MemoryStream();
        Formats.Json.Write(pages.Brief(asked.Options, ledger), new FormatOptions(asked.IncludeText, pages.Request(asked.Options)), json);
        return json.ToArray();
    }

    private (KeptPages Pages, Ledger Ledger) Of(StoryRow story, string made, LocalDate? asOf)
    {
        var key = (story.Id, made, asOf);
        if (_made.TryGetValue(key, out (KeptPages, Ledger) kept))
            return kept;
        var pages = pool.Ask(w => KeptPages.Read(w, w.Stories.Members(story.Id)));
        var found = (pages, pages.Ledger(asOf));
        return _made.Set(key, found, new MemoryCacheEntryOptions { Size = Math.Max(1, story.Pages) });
    }
}
