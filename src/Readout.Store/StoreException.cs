using Microsoft.Data.Sqlite;

namespace Readout.Store;

/// <summary>The disk or the workspace can't do what was asked; the message names the file and a way on.</summary>
public sealed class StoreException : Exception
{
    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }

    // https://www.sqlite.org/rescode.html
    internal static StoreException Of(string file, SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            5 or 6 => $"{file}: another process is writing to it; try again when it is done.",
            8 => $"{file}: it may not be written (a read-only file or disk); copy the workspace to where you may write, or change its permissions.",
            10 => $"{file}: the disk failed ({error.Message}); 'readout doctor' checks what is whole.",
            11 or 26 => $"{file}: it is damaged or no workspace ({error.Message}); 'readout doctor' checks it, a backup brings it back.",
            13 => $"{file}: the disk is full; make room and run the command again: nothing that was acknowledged is lost.",
            14 => $"{file}: it can't be opened; is it there, and may you read it and write to its folder?",
            _ => $"{file}: {error.Message}",
        },
        error);
}
