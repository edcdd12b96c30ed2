using System.Text;
using NodaTime;
using NodaTime.Text;
using Readout.Store;
using Readout.Store.Access;
using Readout.Store.Corrections;
using Readout.Web.Writing;

namespace Readout.Web.Api;

/// <summary>
/// A request that changes something. Where it has a key, the change and the answer that the key stands for from then on are written in one
/// transaction: whenever the process ends, both are there or neither is.
/// </summary>
/// <param name="key">Who asks, and the key they chose; null without one.</param>
/// <param name="asked">Digest of the request.</param>
internal sealed class Once(HttpContext context, Pen pen, IClock clock, string? key, string asked)
{
    private static readonly Duration s_kept = Duration.FromDays(1);

    /// <summary>Who asked for a change that stands in no table, for its own log: digests of the key and of the request; null without a key.</summary>
    public string? Mark => key is null ? null : $"{KeyMark}.{asked[..16]}";

    private string KeyMark => PageStore.Hash(Encoding.UTF8.GetBytes(key!))[..16];

    /// <summary>Writes the change, unless the same request has been answered before.</summary>
    /// <param name="doing">What, for whoever has to wait.</param>
    /// <exception cref="ApiException">The key was used for another request.</exception>
    public Task<Answer> Write(string doing, Func<Workspace, Answer> change) => pen.Write(doing, workspace =>
    {
        if (key is null)
            return change(workspace);
        Answer? answer = null;
        // looked up by the only writer: of two that come at once, the second one finds the first one's answer
        workspace.Transaction(() =>
        {
            answer = Before(workspace);
            if (answer is not null)
                return;
            answer = change(workspace);
            workspace.Requests.Put(new KeptAnswer(key, asked, answer.Status, answer.Location, answer.Body.ToArray()), clock.GetCurrentInstant());
        });
        return answer!;
    });

    /// <summary>The answer that this request had; null where it comes for the first time.</summary>
    /// <exception cref="ApiException">The key was used for another request.</exception>
    public Answer? Before(Workspace workspace)
    {
        if (key is null || workspace.Requests.Find(key, clock.GetCurrentInstant() - s_kept) is not { } before)
            return null;
        Check(before.Asked == asked);
        return new Answer(before.Body, Answer.Json) { Status = (int)before.Status, Location = before.Location };
    }

    /// <summary>
    /// The correction that this request made: its line is in the log, but the process ended before the answer was kept. Null where there
    /// is none.
    /// </summary>
    /// <exception cref="ApiException">The key was used for another request.</exception>
    public Correction? Before(CorrectionLog log)
    {
        if (key is null)
            return null;
        var since = InstantPattern.General.Format(clock.GetCurrentInstant() - s_kept);
        if (log.All().LastOrDefault(c => c.Request?.StartsWith(KeyMark + ".", StringComparison.Ordinal) == true && string.CompareOrdinal(c.At, since) > 0) is not { } made)
            return null;
        Check(made.Request == Mark);
        return made;
    }

    private void Check(bool isSame)
    {
        if (!isSame)
            throw ApiException.Unprocessable($"{Idempotency.Header}: '{context.Request.Headers[Idempotency.Header]}' was used for another request; take a new one.");
        context.Response.Headers["Idempotency-Replayed"] = "true";
    }
}
