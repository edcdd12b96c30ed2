using Readout.Pages;

namespace Readout.Tests.Pages;

/// <summary>Cuts and changes bytes at places that a seed chooses; a reader may refuse what comes out, and do nothing worse.</summary>
internal static class Fuzz
{
    public static void Run(byte[] whole, int times, Action<byte[]> read)
    {
        for (var seed = 0; seed < times; seed++)
        {
            var damaged = Damage(whole, seed);
            try
            {
                read(damaged);
            }
            catch (UnreadablePageException e)
            {
                e.Message.ShouldNotBeNullOrWhiteSpace();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}", e);
            }
        }
    }

    public static byte[] Damage(byte[] whole, int seed)
    {
        var random = new Random(seed);
        var bytes = whole.ToArray();
        if (seed % 3 != 1)
            bytes = bytes[..random.Next(bytes.Length + 1)];
        if (seed % 3 == 2 && bytes.Length > 4)
            bytes = bytes[random.Next(bytes.Length / 2)..];
        for (var i = random.Next(8); i > 0 && bytes.Length > 0; i--)
            bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? "<>&\"'[]{}:\0"[random.Next(11)] : random.Next(256));
        return bytes;
    }
}
