using System.Reflection;
using System.Security.Claims;
using System.Security.Cryptography;
using Readout.Store.Access;

namespace Readout.Web.Access;

/// <summary>Who asks, and what they may do. Visits and corrections are theirs.</summary>
public sealed record Visitor(string Name, Role Role)
{
    /// <summary>Whoever the request was let in as.</summary>
    public static ValueTask<Visitor> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Of(context)!);

    /// <summary>Null where nobody was let in.</summary>
    public static Visitor? Of(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name } && Enum.TryParse<Role>(context.User.FindFirst(ClaimTypes.Role)?.Value, out var role) ? new Visitor(name, role) : null;

    /// <summary>As the framework keeps it.</summary>
    /// <param name="scheme">How they showed who they are.</param>
    /// <param name="stamp">The account's, where a session begins; null elsewhere.</param>
    public ClaimsPrincipal Principal(string scheme, string? stamp = null)
    {
        var claims = new List<Claim> { new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()) };
        if (stamp is not null)
            claims.AddRange([new Claim(StampClaim, stamp), new Claim(SessionClaim, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))]);
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }

    public const string StampClaim = "stamp";

    /// <summary>Tells one session from the others of the same account.</summary>
    public const string SessionClaim = "session";
}
