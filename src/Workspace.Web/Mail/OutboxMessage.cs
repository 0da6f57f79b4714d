namespace Workspace.Web.Mail;

/// <summary>An e-mail that is to be sent; written in the transaction that causes it, sent later by whichever server claims it.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    public OutboxMessage(string to, string subject, string body, string key, DateTimeOffset at)
    {
        To = to;
        Subject = subject;
        Body = body;
        Key = key;
        CreatedAt = at;
        NextAttemptAt = at;
    }

    public long Id { get; private set; }

    /// <summary>Says what the message is for; unique, so that one cause never makes two messages.</summary>
    public string Key { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Plain text; emptied once it is sent or given up, since it may hold a link by which one signs in.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not before this moment; moved forward by a claim, and by each failed attempt.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>How many times the message was claimed; a claim succeeds only for who knows the number before it.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? LastError { get; private set; }

    public void Sent(DateTimeOffset at)
    {
        SentAt = at;
        LastError = null;
        Body = "";
    }

    public void Failed(string error, DateTimeOffset nextAttemptAt)
    {
        LastError = error;
        NextAttemptAt = nextAttemptAt;
    }

    public void GiveUp(string error)
    {
        LastError = error;
        Body = "";
    }
}
