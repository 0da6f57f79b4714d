using System.Globalization;
using System.Net.Mail;
using Workspace.Web.Data;

namespace Workspace.Web.Mail;

/// <summary>The server that takes our e-mail. Without one nothing is sent, and links are copied by hand.</summary>
public sealed record SmtpSettings(string Host, int Port, string? UserName, string? Password, MailAddress From, bool UseTls)
{
    /// <summary>Null when no part of the section is set.</summary>
    /// <exception cref="SettingException">A setting is wrong; the message names it and says what it takes.</exception>
    public static SmtpSettings? Read(IConfigurationSection section, string? publicAddress)
    {
        if (section.GetChildren().All(setting => string.IsNullOrWhiteSpace(setting.Value)))
            return null;
        if (section["Host"] is not { Length: > 0 } host || Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw new SettingException($"{section.Path}:Host is '{section["Host"]}'; it must be the name of a mail server such as smtp.example.org.");
        if (!MailAddress.TryCreate(section["From"], out var from))
            throw new SettingException($"{section.Path}:From is '{section["From"]}'; it must be an address such as Workspace <workspace@example.org>.");
        var useTls = WorkspaceSettings.Flag(section, "UseTls", otherwise: true);
        var port = section["Port"] is { Length: > 0 } text ? PortOf(section.Path, text) : useTls ? 587 : 25;
        var userName = section["UserName"] is { Length: > 0 } name ? name : null;
        var password = section["Password"] is { Length: > 0 } secret ? secret : null;
        if (userName is null != password is null)
            throw new SettingException($"{section.Path}:UserName and {section.Path}:Password belong together; one of them is missing.");
        // The address a request came to is the sender's word, and must not decide where a link in an e-mail leads.
        if (string.IsNullOrWhiteSpace(publicAddress))
            throw new SettingException($"Workspace:PublicAddress is missing; with {section.Path} it must be set, since e-mails carry links.");
        return new(host, port, userName, password, from, useTls);
    }

    private static int PortOf(string path, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new SettingException($"{path}:Port is '{text}'; it must be a number from 1 to 65535.");
}
