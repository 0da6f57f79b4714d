using Workspace.Web.Mail;

namespace Workspace.Web.Data;

public enum DatabaseKind { Sqlite, PostgreSql }

/// <summary>The settings of appsettings.Example.json that concern the whole program, checked before it starts.</summary>
public sealed record WorkspaceSettings(
    DatabaseKind Database, string DataDirectory, string ConnectionString, bool IsDemo, bool IsDemoAnywhere, string? PublicAddress, string? ChromiumPath,
    SmtpSettings? Smtp)
{
    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SettingException">A setting is wrong; the message names it and says what it takes.</exception>
    public static WorkspaceSettings Read(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection("Workspace");
        var database = section["Database"] ?? nameof(DatabaseKind.Sqlite);
        if (!Enum.TryParse<DatabaseKind>(database, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            throw new SettingException($"Workspace:Database is '{database}'; it must be 'Sqlite' or 'PostgreSql'.");

        var connection = configuration.GetConnectionString("Workspace");
        if (kind == DatabaseKind.PostgreSql && string.IsNullOrWhiteSpace(connection))
            throw new SettingException("ConnectionStrings:Workspace is missing; with Workspace:Database = PostgreSql it must name the server and database.");

        var address = section["PublicAddress"];
        if (address is not null && !Uri.TryCreate(address, UriKind.Absolute, out _))
            throw new SettingException($"Workspace:PublicAddress is '{address}'; it must be a full address such as https://workspace.example.org.");

        var directory = section["DataDirectory"] is { Length: > 0 } chosen ? chosen : Path.Combine("..", "data");
        return new(
            kind,
            PreparedDirectory(Path.GetFullPath(directory, contentRoot)),
            connection ?? "",
            Flag(section, "Demo"),
            Flag(section, "DemoAnywhere"),
            address?.TrimEnd('/'),
            Program(section, "ChromiumPath"),
            SmtpSettings.Read(section.GetSection("Smtp"), address));
    }

    internal static bool Flag(IConfigurationSection section, string name, bool otherwise = false) => section[name] switch
    {
        null or "" => otherwise,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new SettingException($"{section.Path}:{name} is '{text}'; it must be 'true' or 'false'."),
    };

    private static string? Program(IConfigurationSection section, string name) => section[name] switch
    {
        null or "" => null,
        var path when File.Exists(path) => path,
        var path => throw new SettingException($"{section.Path}:{name} is '{path}'; there is no such file."),
    };

    private static string PreparedDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            File.WriteAllText(Path.Combine(directory, ".writable"), "");
            return directory;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SettingException($"Workspace:DataDirectory is '{directory}', where nothing can be written: {fault.Message}");
        }
    }
}

public sealed class SettingException(string message) : Exception(message);
