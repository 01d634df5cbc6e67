using Microsoft.Playwright;
using Parallax.Tests.Present;
using Parallax.Web;
using Xunit;

namespace Parallax.Browser.Tests;

/// <summary>The page in a real browser, opened from disk: what a desk editor would notice at once.</summary>
public sealed class BriefInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Lazy<string> Fixture = new(() => Save("brief.html", BriefRenderer.Render(FishingDispute.Build())));

    private sealed record Opened(IPage Page, List<string> Faults) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData("light", 1280, 900, true)]
    [InlineData("dark", 1280, 900, true)]
    [InlineData("light", 360, 740, true)]
    [InlineData("dark", 360, 740, false)]
    [InlineData("light", 1280, 900, false)]
    [InlineData("light", 800, 600, true)]
    public async Task Opens_from_disk_without_fault_or_request_or_sideways_scrolling(string theme, int width, int height, bool scripts)
    {
        await using Opened opened = await Open(Fixture.Value, theme, width, height, scripts);
        await Screenshot(opened.Page, $"{theme}-{width}{(scripts ? "" : "-noscript")}");
        if (scripts)
        {
            int overflow = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.Equal(0, overflow);
            // A table wider than a telephone scrolls inside its own box; the box must fit.
            string[] wide = await opened.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main *:not(.wide *)')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className)");
            Assert.Empty(wide);
        }
        Assert.Empty(opened.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_leads_to_its_highlighted_words(bool scripts)
    {
        await using Opened opened = await Open(Fixture.Value, "light", 1280, 900, scripts);
        await opened.Page.Locator(".event a.line", new PageLocatorOptions { HasText = "Rioters attack police" }).ClickAsync();
        ILocator mark = opened.Page.Locator("mark:target");
        Assert.Equal("Rioters in Port Varen attacked police the following day", await mark.TextContentAsync());
        await Assertions.Expect(mark).ToBeInViewportAsync();
        Assert.NotEqual("rgba(0, 0, 0, 0)", await mark.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor"));
        Assert.Empty(opened.Faults);
    }

    [Fact]
    public async Task The_drawer_shows_the_words_and_gives_the_keyboard_back()
    {
        await using Opened opened = await Open(Fixture.Value, "light", 1280, 900, scripts: true);
        ILocator reference = opened.Page.Locator("#i-e-attack .say a.ref");
        await reference.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        ILocator drawer = opened.Page.Locator(".drawer");
        Assert.Equal("Rioters in Port Varen attacked police the following day", await drawer.Locator("mark.lit").TextContentAsync());
        Assert.Contains("The Talland Courier", await drawer.TextContentAsync(), StringComparison.Ordinal);
        await Screenshot(opened.Page, "drawer", full: false);
        await opened.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(drawer).ToBeHiddenAsync();
        await Assertions.Expect(reference).ToBeFocusedAsync();
        Assert.Empty(opened.Faults);
    }

    [Fact]
    public async Task Filters_leave_only_what_fits()
    {
        await using Opened opened = await Open(Fixture.Value, "light", 1280, 900, scripts: true);
        await opened.Page.FillAsync("input[name=q]", "WATER cannon");
        await Assertions.Expect(opened.Page.Locator("#i-e-cannon")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#i-e-talks")).ToBeHiddenAsync();
        await opened.Page.ClickAsync(".filter button");
        await Assertions.Expect(opened.Page.Locator("#i-e-talks")).ToBeVisibleAsync();
        await opened.Page.SelectOptionAsync("select[name=r]", "5");
        await Assertions.Expect(opened.Page.Locator("#i-e-freed")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Page.Locator("#i-e-cannon")).ToBeHiddenAsync();
        await Assertions.Expect(opened.Page.Locator("#report-1")).ToBeHiddenAsync();
        Assert.Matches("^[0-9]+ of [0-9]+ lines$", await opened.Page.Locator(".filter output").TextContentAsync());
        Assert.Empty(opened.Faults);
    }

    [Fact]
    public async Task Focus_is_seen_and_the_first_stop_skips_to_the_brief()
    {
        await using Opened opened = await Open(Fixture.Value, "dark", 1280, 900, scripts: true);
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the brief", await opened.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        for (int i = 0; i < 15; i++)
        {
            await opened.Page.Keyboard.PressAsync("Tab");
            string outline = await opened.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle + ' ' + getComputedStyle(document.activeElement).outlineWidth");
            Assert.Equal("solid 3px", outline);
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Text_stands_out_from_its_ground(string theme)
    {
        await using Opened opened = await Open(Fixture.Value, theme, 1280, 900, scripts: true);
        // Contrast after WCAG 2, of every element with own text against the nearest ground that is not transparent.
        string[] faint = await opened.Page.EvaluateAsync<string[]>(
            """
            () => {
              const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
              const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
              const out = [];
              for (const e of document.querySelectorAll('body *:not(script):not(svg *):not(option)')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility()) continue;
                const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
                const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (ratio < 4.5) out.push(ratio.toFixed(2) + ' ' + e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40));
              }
              return [...new Set(out)];
            }
            """);
        Assert.Empty(faint);
    }

    [Fact]
    public async Task Hostile_text_does_nothing()
    {
        await using Opened opened = await Open(Fixture.Value, "light", 1280, 900, scripts: true);
        bool dialog = false;
        opened.Page.Dialog += (_, d) =>
        {
            dialog = true;
            _ = d.DismissAsync();
        };
        await opened.Page.Locator("#i-e-cheer .say a.ref").ClickAsync();
        Assert.Contains(FishingDispute.Hostile, await opened.Page.Locator(".drawer").TextContentAsync() + await opened.Page.Locator("#report-5 .text").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await opened.Page.Locator("img").CountAsync());
        Assert.False(dialog);
        Assert.Empty(opened.Faults);
    }

    [Fact]
    public async Task Prints_without_the_tools()
    {
        await using Opened opened = await Open(Fixture.Value, "light", 1280, 900, scripts: true);
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(opened.Page.Locator(".filter")).ToBeHiddenAsync();
        await Assertions.Expect(opened.Page.Locator(".sections")).ToBeHiddenAsync();
        byte[] pdf = await opened.Page.PdfAsync();
        Assert.True(pdf.Length > 10_000);
    }

    [Fact]
    public async Task A_thousand_reports_open_and_answer()
    {
        string path = Save("many.html", BriefRenderer.Render(ManyReports.Build(1000)));
        await using Opened opened = await Open(path, "light", 1280, 900, scripts: true);
        await opened.Page.FillAsync("input[name=q]", "Town 0123");
        await Assertions.Expect(opened.Page.Locator("main .event:visible")).ToHaveCountAsync(1);
        Assert.Empty(opened.Faults);
    }

    private async Task<Opened> Open(string path, string theme, int width, int height, bool scripts)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        IPage page = await context.NewPageAsync();
        List<string> faults = [];
        string address = new Uri(path).AbsoluteUri;
        page.Console += (_, message) => faults.Add("console: " + message.Text);
        page.PageError += (_, error) => faults.Add("error: " + error);
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != address)
                faults.Add("request: " + request.Url);
        };
        await page.GotoAsync(address);
        return new Opened(page, faults);
    }

    /// <summary>Keeps a picture where PARALLAX_SCREENSHOTS names a folder, for a person to look at.</summary>
    private static async Task Screenshot(IPage page, string name, bool full = true)
    {
        if (Environment.GetEnvironmentVariable("PARALLAX_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = full });
    }

    private static string Save(string name, string html)
    {
        string folder = Environment.GetEnvironmentVariable("PARALLAX_SCREENSHOTS") is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "pages");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, html);
        return path;
    }
}
