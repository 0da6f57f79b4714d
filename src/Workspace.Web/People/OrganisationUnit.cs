using Workspace.Web.Live;

namespace Workspace.Web.People;

/// <summary>A department or unit that may have a seat apart from its organisation.</summary>
public sealed class OrganisationUnit : IAnnounced
{
    private OrganisationUnit()
    {
    }

    internal OrganisationUnit(string name, string? code) => Describe(name, code);

    public long Id { get; private set; }

    public long OrganisationId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Code { get; private set; }

    public IEnumerable<LiveTopic> Topics => [LiveTopic.Directory];

    public void Describe(string name, string? code)
    {
        Name = name.Trim();
        Code = string.IsNullOrWhiteSpace(code) ? null : code.Trim();
    }
}
