using System.Buffers.Text;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Web.Api;

/// <summary>Which part of a list is asked for: so many items from a cursor on.</summary>
internal sealed class Paging
{
    public const int Most = 500;
    private const int Usual = 50;

    private readonly string _asked;
    private readonly long? _build;

    private Paging(string asked, int limit, long position, long? build) => (_asked, Limit, Position, _build) = (asked, limit, position, build);

    /// <summary>At most so many items.</summary>
    public int Limit { get; }

    /// <summary>Where to go on: what the list's last cursor held; 0 at its beginning.</summary>
    public long Position { get; }

    /// <summary>Reads <c>limit</c> and <c>cursor</c>.</summary>
    public static ValueTask<Paging> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        var limit = Usual;
        if (query.TryGetValue("limit", out var given) && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= Most))
            throw new ApiException(StatusCodes.Status400BadRequest, $"limit: '{given}' is no number from 1 to {Most}.");
        var asked = Asked(context.Request);
        if (!query.TryGetValue("cursor", out var cursor))
            return ValueTask.FromResult(new Paging(asked, limit, 0, null));
        return Read(cursor.ToString(), asked) is { } read
            ? ValueTask.FromResult(new Paging(asked, limit, read.Position, read.Build))
            : throw new ApiException(StatusCodes.Status400BadRequest, "cursor: this list did not give it. Take 'next' from an answer to the same question, as it is.");
    }

    /// <summary>Refuses to go on in a list that a build has made anew since: its items may have other places.</summary>
    public void Check(long build)
    {
        if (_build is { } then && then != build)
            throw new ApiException(StatusCodes.Status409Conflict, "The workspace was built anew since the cursor was given; begin the list again.");
    }

    /// <summary>The cursor of what follows.</summary>
    /// <param name="build">The build that the list's order is of; null for lists that only grow.</param>
    public string Next(long position, long? build = null)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{position}.{build}");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{content}.{Mark(_asked, content)}"));
    }

    // A digest, no secret: a cursor gives no right. It only keeps one that was cut, changed or taken from another list from answering something else.
    private static string Mark(string asked, string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"cursor\n{asked}\n{content}")))[..16];

    private static (long Position, long? Build)? Read(string cursor, string asked)
    {
        if (cursor.Length is 0 or > 120 || !Base64Url.IsValid(cursor))
            return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        if (parts.Length != 3 || parts[2] != Mark(asked, $"{parts[0]}.{parts[1]}") || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return null;
        return parts[1].Length == 0 ? (position, null) : long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var build) ? (position, build) : null;
    }

    private static string Asked(HttpRequest request) => request.Path.Value + "?" + string.Join('&', request.Query
        .Where(q => q.Key is not ("cursor" or "limit")).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value.ToString())}"));
}
