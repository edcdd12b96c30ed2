using Microsoft.AspNetCore.Identity;

namespace Readout.Web.Access;

/// <summary>Passwords as ASP.NET Core hashes them.</summary>
public static class Passwords
{
    /// <summary>Characters that one has at least.</summary>
    public const int Least = 10;

    private static readonly PasswordHasher<object> s_hasher = new();
    private static readonly object s_nobody = new();

    // What a name that nobody has is compared with, so that asking takes as long as for one that somebody has.
    private static readonly Lazy<string> s_other = new(() => Hash(Guid.NewGuid().ToString()));

    public static string Hash(string password) => s_hasher.HashPassword(s_nobody, password);

    /// <param name="hash">The account's; null where there is no account.</param>
    public static bool IsRight(string? hash, string password) =>
        s_hasher.VerifyHashedPassword(s_nobody, hash ?? s_other.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
