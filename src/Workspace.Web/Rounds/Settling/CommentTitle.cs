using Workspace.Web.Rounds.Comments;

namespace Workspace.Web.Rounds.Settling;

/// <summary>A comment in a line or two.</summary>
public static class CommentTitle
{
    private const int GistLength = 90;

    /// <summary>The organisation it was sent for, else the person.</summary>
    public static string AuthorOf(RoundComment comment) => comment.OrganisationName.Length > 0 ? comment.OrganisationName : comment.AuthorName;

    public static string GistOf(RoundComment comment)
    {
        var text = comment.Reason.Length > 0 ? comment.Reason : comment.Quotation ?? comment.ProposedWording ?? "";
        return text.Length <= GistLength ? text : Meetings.PlainText.Cleaned(text[..GistLength]).TrimEnd() + "…";
    }
}
