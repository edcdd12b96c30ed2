namespace Readout.Pages;

/// <summary>An input that holds no page. The message names the input, what is wrong with it, and a way on.</summary>
public sealed class UnreadablePageException : Exception
{
    public UnreadablePageException(string message)
        : base(message)
    {
    }

    public UnreadablePageException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public UnreadablePageException()
    {
    }
}
