using System.Runtime.InteropServices;
using System.Text;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer.Tests;

public sealed class InputTests
{
    [Fact]
    public void Rows_are_read_with_one_mood_or_several()
    {
        var comments = Read("I am glad\t3\tc1\nSad and afraid\t2,5\tc2\n");
        Assert.Equal([new Comment("I am glad", 8, "c1"), new Comment("Sad and afraid", 36, "c2")], comments);
    }

    [Theory]
    [InlineData("no columns", "line 1: 1 columns instead of text, labels and id")]
    [InlineData("text\t7\tc1", "line 1: label '7' is no number from 0 to 6")]
    [InlineData("text\tjoy\tc1", "line 1: label 'joy' is no number from 0 to 6")]
    public void A_broken_row_is_named(string row, string problem) => AssertRefused(problem, () => Read(row));

    [Fact]
    public void A_missing_file_is_named_with_the_way_out()
    {
        AssertRefused("--data", () => CommentFile.Read("not-there.tsv"));
        AssertRefused("--vectors", () => MiniLmPackage.Read("not-there.dll"));
    }

    [Fact]
    public void An_assembly_without_the_model_is_refused() =>
        AssertRefused("no resource", () => MiniLmPackage.Read(typeof(InputTests).Assembly.Location));

    [Fact]
    public void A_table_is_found_in_a_file_of_ONNX_by_its_name()
    {
        byte[] other = Field(5, [.. Field(8, "other"u8), .. Field(9, new byte[8])]);
        byte[] wanted = Field(5, [.. Field(8, "wanted"u8), 0x10, 1, .. Field(9, MemoryMarshal.AsBytes<float>([1.5f, -2]))]);
        byte[] model = [0x08, 7, .. Field(7, [.. other, .. wanted])];
        Assert.Equal([1.5f, -2], OnnxTensor.Find(model, "wanted"));
        Assert.Throws<TrainerException>(() => OnnxTensor.Find(model, "unknown"));
    }

    [Fact]
    public void Only_pieces_that_a_folded_text_can_have_are_kept()
    {
        string[] all = ["[PAD]", "[MASK]", "love", "##ly", "!", "é", "любовь", "##世", "9"];
        var kept = LatinPieces.Of(new PieceVectors(all, [.. Enumerable.Range(0, all.Length * 8).Select(i => i / 8f)], 8));
        Assert.Equal(["[name]", "love", "##ly", "!", "9"], kept.Pieces);
        Assert.Equal(1, kept.Values[0]);
        Assert.Equal(8, kept.Values[4 * 8]);
    }

    [Theory]
    [InlineData("There is no option '--nonsense'", "--nonsense", "1")]
    [InlineData("The option --data has no value", "--data")]
    [InlineData("The option --data is missing")]
    public void A_wrong_option_is_named(string problem, params string[] arguments) =>
        AssertRefused(problem, () => Options.Parse(arguments, "--data").Required("--data"));

    private static void AssertRefused(string problem, Func<object> action) =>
        Assert.Contains(problem, Assert.Throws<TrainerException>(action).Message, StringComparison.Ordinal);

    private static byte[] Field(int number, ReadOnlySpan<byte> content) => [(byte)((number << 3) | 2), (byte)content.Length, .. content];

    private static IReadOnlyList<Comment> Read(string rows)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, rows, Encoding.UTF8);
            return CommentFile.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
