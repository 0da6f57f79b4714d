namespace Workspace.Web.Tests.Hosting;

public static class DirectoryRemoval
{
    private const int Tries = 100;

    /// <summary>Removes the directory of a database. Whoever reads it to the end at that moment may put a file beside it once more.</summary>
    public static async Task RemoveAsync(this DirectoryInfo directory)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                directory.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tried < Tries)
            {
                await Task.Delay(20);
            }
        }
    }
}
