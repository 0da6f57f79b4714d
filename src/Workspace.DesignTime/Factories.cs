using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Workspace.Web.Data;

namespace Workspace.DesignTime;

public sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteWorkspaceDb>
{
    public SqliteWorkspaceDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteWorkspaceDb>().UseSqlite("Data Source=:memory:").Options);
}

public sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlWorkspaceDb>
{
    public PostgreSqlWorkspaceDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlWorkspaceDb>().UseNpgsql("Host=nowhere").Options);
}
