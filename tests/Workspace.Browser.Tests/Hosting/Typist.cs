using Microsoft.Playwright;

namespace Workspace.Browser.Tests.Hosting;

/// <summary>
/// Somebody who types at the end of a text without pause, in letters that nobody else uses, so that afterwards the
/// letters of theirs found in a text tell what arrived and in which order.
/// </summary>
public sealed class Typist(IPage page, long textId, string letters)
{
    private readonly Random random = new(letters[0]);
    private int count;
    private volatile bool isPaused;

    public IPage Page => page;

    public ILocator Editor => page.Locator($"[data-text-id='{textId}'] .cm-content");

    public ILocator Mark => page.Locator("[data-save-mark]");

    public Task<string> TypedAsync() => page.EvaluateAsync<string>("() => sessionStorage.typed ?? ''");

    /// <summary>What of a text is this typist's.</summary>
    public string OwnOf(string text) => string.Concat(text.Where(letters.Contains));

    public async Task OpenAsync(string url)
    {
        await page.GotoAsync(url);
        await FocusAtEndAsync();
    }

    public async Task FocusAtEndAsync()
    {
        await Assertions.Expect(Editor).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(Editor).ToHaveAttributeAsync("contenteditable", "true", new() { Timeout = 30_000 });
        await Editor.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>Types until cancelled; a page that is being reloaded is waited for.</summary>
    public async Task TypeAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            if (isPaused)
            {
                await Task.Delay(20, CancellationToken.None);
                continue;
            }
            var letter = letters[random.Next(letters.Length)];
            try
            {
                // Typed and counted in one turn of the page, which a reload cannot come between; the count outlives the reload.
                if (await page.EvaluateAsync<bool>(
                    """
                    ([id, letter]) => {
                      if (!document.activeElement?.closest(`[data-text-id='${id}'] [contenteditable=true]`)) return false;
                      document.execCommand('insertText', false, letter);
                      sessionStorage.typed = (sessionStorage.typed ?? '') + letter;
                      return true;
                    }
                    """, new object[] { textId, letter.ToString() }))
                {
                    count++;
                }
                else
                {
                    await FocusAtEndAsync();
                }
            }
            catch (PlaywrightException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
            if (count % 40 == 0)
                await Task.Delay(30, CancellationToken.None);
        }
    }

    /// <summary>Reloads the page in the middle of typing.</summary>
    public async Task ReloadAsync()
    {
        isPaused = true;
        await Task.Delay(100);
        await page.ReloadAsync();
        await FocusAtEndAsync();
        isPaused = false;
    }

    /// <summary>The text as the page shows it, without the others' name tags.</summary>
    public Task<string> ShownAsync() => page.EvaluateAsync<string>(
        """
        id => {
          const content = document.querySelector(`[data-text-id='${id}'] .cm-content`);
          if (!content) return '';
          const copy = content.cloneNode(true);
          for (const tag of copy.querySelectorAll('.caret, .cm-placeholder')) tag.remove();
          return [...copy.querySelectorAll('.cm-line')].map(line => line.textContent).join('\n');
        }
        """, textId);
}
