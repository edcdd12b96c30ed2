using System.Text;

namespace Readout.Pages;

/// <summary>One of the standard's sets that .NET lacks: ASCII below, a table of 128 characters above. It only decodes.</summary>
internal sealed class SingleByteEncoding(string name, char[] upper) : Encoding
{
    public override string WebName => name;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var b = bytes[byteIndex + i];
            chars[charIndex + i] = b < 0x80 ? (char)b : upper[b - 0x80];
        }
        return byteCount;
    }

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException();

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException();

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException();
}
