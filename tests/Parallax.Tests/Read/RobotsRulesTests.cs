using System.Diagnostics;
using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Read;

public class RobotsRulesTests
{
    private static bool Allows(string robots, string path) => RobotsRules.Parse(robots).Allow(new Uri("https://post.example" + path));

    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("user-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Parallax/2.0\nAllow: /", "/a", true)]
    [InlineData("User-agent: PARALLAX\nDisallow: /a # not here\n\nUser-agent: *\nAllow: /", "/a", false)]
    [InlineData("User-agent: parallaxbot\nDisallow: /", "/a", true)]
    [InlineData("User-agent: one\nUser-agent: parallax\nDisallow: /x\nSitemap: https://a/\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: parallax\nDisallow: /x\nUser-agent: other\nDisallow: /\nUser-agent: parallax\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/1", true)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a/b.php?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*c*e", "/abcdef", false)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /caf\u00E9", "/caf%c3%a9/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow : /a\r\n", "/b", true)]
    public void Rules_are_read_as_the_standard_says(string robots, string path, bool allowed) => Assert.Equal(allowed, Allows(robots, path));

    [Fact]
    public void A_hostile_file_takes_no_long_time()
    {
        string robots = "User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: /{string.Concat(Enumerable.Repeat("*a", 200))}b\n", 5000));
        Stopwatch watch = Stopwatch.StartNew();
        Assert.True(Allows(robots, "/" + new string('a', 1500)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
