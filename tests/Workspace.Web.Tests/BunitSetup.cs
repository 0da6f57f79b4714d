using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Workspace.Web.Tests;

/// <summary>Lets bUnit find AngleSharp.Diffing, whose served version differs from the one it asks for.</summary>
internal static class BunitSetup
{
    [ModuleInitializer]
    internal static void ResolveDiffing() =>
        AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "shim", "AngleSharp.Diffing.dll"))
            : null;
}
