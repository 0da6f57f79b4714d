using System.Globalization;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Mail;

namespace Workspace.Web.Account;

public sealed record MailText(string Subject, string Body);

/// <summary>The e-mails that carry a link, in the language of their reader.</summary>
public sealed class AccountMail(IStringLocalizer<MailStrings> strings, WorkspaceSettings settings)
{
    public MailText Invitation(string language, string path, DateTimeOffset expiresAt) => Write(language, "Invitation", path, expiresAt);

    public MailText Reset(string language, string path, DateTimeOffset expiresAt) => Write(language, "Reset", path, expiresAt);

    private MailText Write(string language, string kind, string path, DateTimeOffset expiresAt) => Cultures.In(
        CultureInfo.GetCultureInfo(language),
        () => new MailText(strings[kind + "Subject"], strings[kind + "Body", settings.PublicAddress + path, expiresAt.In(GroupCalendar.DefaultZone)]));
}
