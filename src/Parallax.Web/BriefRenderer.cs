using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Parallax.Assess;
using Parallax.Web.Brief;

namespace Parallax.Web;

/// <summary>
/// Renders the brief as one self-contained page: styles and script inside, nothing fetched, readable with scripts off. The same situation gives
/// the same bytes. Safe for many threads.
/// </summary>
public static class BriefRenderer
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Renders the page.</summary>
    public static string Render(Situation situation) => RenderAsync(situation).GetAwaiter().GetResult();

    /// <summary>Renders the page.</summary>
    public static async Task<string> RenderAsync(Situation situation)
    {
        BriefView view = new(situation);
        ServiceCollection services = new();
        services.AddSingleton(Encoder);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using HtmlRenderer renderer = new(provider, NullLoggerFactory.Instance);
        string body = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            ParameterView parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(BriefPage.View)] = view });
            return (await renderer.RenderComponentAsync<BriefPage>(parameters)).ToHtmlString();
        });
        return Document(view, body.ReplaceLineEndings("\n"));
    }

    private static string Document(BriefView view, string body)
    {
        string style = Asset("brief.css");
        string script = Asset("brief.js");
        // Only these very bytes may style or run: whatever a report smuggled in could do neither, even if an encoder failed.
        string policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="{Encoder.Encode(view.Generator)}">
            <title>{Encoder.Encode(view.Content.Title)} · Parallax brief</title>
            <style>{style}</style>
            </head>
            <body>
            {body}
            <script>{script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Asset(string name)
    {
        using Stream stream = typeof(BriefRenderer).Assembly.GetManifestResourceStream("brief/" + name)
            ?? throw new InvalidOperationException($"The asset '{name}' is missing from the build.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
