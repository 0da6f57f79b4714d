using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workspace.Web.Account;

/// <summary>Random 256 bits for a link or an API token. Whoever reads the database finds only their hash.</summary>
public static class SecretToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
