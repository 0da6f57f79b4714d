using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;

namespace Workspace.Web.Mail;

/// <summary>Hands one e-mail over to the mail server.</summary>
public sealed class SmtpPost(SmtpSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Returns when the server has accepted the message.</summary>
    /// <exception cref="SmtpException">The server refused it or was not there.</exception>
    /// <exception cref="FormatException">The recipient's address is none.</exception>
    public async Task SendAsync(OutboxMessage outgoing)
    {
        using var message = new MailMessage(settings.From, new MailAddress(outgoing.To))
        {
            Subject = outgoing.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = outgoing.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        // The same for each attempt, so that a mailbox can tell a repetition from a second message.
        message.Headers.Add("Message-ID", $"<{MessageId(outgoing)}@{settings.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");

        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.UserName is not null)
            client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new SmtpException(SmtpStatusCode.GeneralFailure, $"No answer within {Patience.TotalSeconds} seconds.");
        }
    }

    private static string MessageId(OutboxMessage outgoing) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outgoing.Id} {outgoing.Key} {outgoing.CreatedAt.UtcTicks}")))[..40];
}
