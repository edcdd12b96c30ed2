namespace Readout.Formats.Bundles;

/// <summary>A file that is no bundle, or none any more; the message says why.</summary>
public sealed class BundleException : Exception
{
    public BundleException(string message)
        : base(message)
    {
    }

    public BundleException()
    {
    }

    public BundleException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>True where its bytes are not those that were written; false where Readout never writes such a file.</summary>
    public bool IsDamage { get; private init; }

    internal static BundleException Damaged(string message) => new(message) { IsDamage = true };

    internal static BundleException Refused(string message) => new(message);
}
