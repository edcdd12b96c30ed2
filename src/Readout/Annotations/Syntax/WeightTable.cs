namespace Readout.Annotations;

/// <summary>A named table of weights.</summary>
/// <param name="Name">What it is called in the model's file.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Values in a row.</param>
/// <param name="Values">Row after row.</param>
internal sealed record WeightTable(string Name, int Rows, int Columns, float[] Values);
