using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Readout.Web.Serving;
using Readout.Web.Writing;

namespace Readout.Web.Api;

/// <summary>
/// A request that is sent again with the same <c>Idempotency-Key</c> does nothing again and gets the first answer, also after a restart:
/// answers are kept in the workspace for a day.
/// </summary>
internal sealed class Idempotency(Pen pen, WorkspacePool pool, IClock clock)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Carries a request out, or gives the answer it had before.</summary>
    /// <exception cref="ApiException">The key was used for another request.</exception>
    public async Task<Answer> Answer(HttpContext context, Func<Once, Task<Answer>> act)
    {
        if (context.Request.Headers[Header].ToString() is not { Length: > 0 } given)
            return await act(new Once(context, pen, clock, null, ""));
        if (given.Length > 200 || given.Any(char.IsControl))
            throw new ApiException(StatusCodes.Status400BadRequest, $"{Header}: at most 200 characters, none of them a control character.");
        // everybody has keys of their own
        var once = new Once(context, pen, clock, $"{context.User.Identity?.Name}\n{given}", await Fingerprint(context.Request));
        // most that are sent again need not wait for who writes
        return pool.Ask(once.Before) ?? await act(once);
    }

    private static async Task<string> Fingerprint(HttpRequest request)
    {
        request.EnableBuffering(1 << 20, SiteOptions.MostBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[1 << 16];
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
            hash.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
