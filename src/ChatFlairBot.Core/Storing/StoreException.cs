namespace ChatFlairBot.Core.Storing;

/// <summary>The store could not do what was asked, and left everything as it was. The message says what to do.</summary>
public sealed class StoreException : Exception
{
    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
