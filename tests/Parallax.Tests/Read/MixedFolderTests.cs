using Parallax.Bench;
using Parallax.Data;
using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Read;

public sealed class MixedFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_a_thousand_mixed_files_each_damaged_one_is_named_once_with_its_code()
    {
        MixedFolder folder = MixedFolder.Write(_folder, 1000);
        ReadResult result = new Analysis(LanguageData.English, AnalysisOptions.Default).Read(InputSource.Open([_folder], ReadOptions.Default, null), TestContext.Current.CancellationToken);
        Assert.Equal(50, folder.Damaged.Count);
        Assert.Empty(FolderRun.Wrong(folder, result));
    }
}
