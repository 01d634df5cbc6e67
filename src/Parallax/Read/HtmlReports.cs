using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads HTML pages.</summary>
internal sealed class HtmlReports(LanguageData data)
{
    private readonly StoryLines _story = StoryLines.Of(data);

    /// <summary>Fills <paramref name="draft"/> from a page.</summary>
    public Problem? Fill(ReportDraft draft, string page)
    {
        _ = (_story, page);
        return ReadProblems.NoStory(draft.Path);
    }
}
