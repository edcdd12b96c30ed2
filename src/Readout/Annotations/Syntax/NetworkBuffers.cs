namespace Readout.Annotations;

/// <summary>Answers of the network by row of a batch.</summary>
internal sealed class SyntaxAnswers
{
    public byte[] Upos { get; private set; } = [];

    public byte[] Xpos { get; private set; } = [];

    /// <summary>Row of the head; −1 for the root.</summary>
    public int[] Heads { get; private set; } = [];

    public byte[] Relations { get; private set; } = [];

    /// <summary>Makes room for the rows of a batch.</summary>
    public void Reserve(int rows)
    {
        if (Upos.Length >= rows)
            return;
        Upos = new byte[rows];
        Xpos = new byte[rows];
        Heads = new int[rows];
        Relations = new byte[rows];
    }
}

/// <summary>Working memory of the network; one reader uses it at a time, batch after batch.</summary>
internal sealed class NetworkBuffers
{
    private readonly float[][] _buffers = [[], [], [], [], [], [], [], [], []];
    private readonly PackedMatrix _matrix = new(0, 0);
    private int[] _heads = [];
    private int[] _slots = [];

    /// <summary>A buffer by number. What it held before is lost.</summary>
    public Span<float> Take(int number, int length)
    {
        if (_buffers[number].Length < length)
            _buffers[number] = new float[length + (length / 4)];
        return _buffers[number].AsSpan(0, length);
    }

    public Span<int> Heads(int length)
    {
        if (_heads.Length < length)
            _heads = new int[length + (length / 4)];
        return _heads.AsSpan(0, length);
    }

    /// <summary>Where each row's own part of the first layer stands.</summary>
    public Span<int> Slots(int length)
    {
        if (_slots.Length < length)
            _slots = new int[length + (length / 4)];
        return _slots.AsSpan(0, length);
    }

    /// <summary>A matrix to be filled.</summary>
    public PackedMatrix Matrix(int rows, int columns) => _matrix.Resize(rows, columns);
}
