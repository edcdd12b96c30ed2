using System.Security.Cryptography;
using System.Text;

namespace Readout.Text;

/// <summary>Short ids derived from content: the same content gets the same id in every run; collisions get longer ids.</summary>
internal sealed class ShortIds(string prefix)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>An id not given before by this instance. Give contents in a stable order.</summary>
    public string For(string content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        for (var length = 6; length <= hash.Length; length += 2)
        {
            var id = prefix + hash[..length];
            if (_taken.Add(id))
                return id;
        }
        return For(content + "\u0001");
    }
}
