namespace Workspace.Web.Mail;

/// <summary>Names the resources with the e-mails' texts.</summary>
public sealed class MailStrings;
