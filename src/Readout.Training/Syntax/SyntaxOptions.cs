namespace Readout.Training;

/// <summary>Sizes of the network that tags and parses, and how it is trained.</summary>
internal sealed record SyntaxOptions(
    int WordSize = 96, int PieceSize = 64, int ShapeSize = 16, int State = 96, int Arc = 128, int Relation = 96,
    int Epochs = 32, int BatchWords = 400, float Rate = 2e-3f, float Drop = 0.33f, float DropInput = 0.2f, int Seed = 17);
