using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

public sealed class TitleModelFileTests
{
    private const int Moods = MoodProbabilities.Count;
    private static readonly byte[] Bytes = Small().Write();

    [Fact]
    public void A_file_is_read_as_it_was_written()
    {
        var file = TitleModelFile.Read(new MemoryStream(Bytes));
        Assert.Equal(Bytes, file.Write());
        Assert.Equal(10, file.Version.Length);
        Assert.Equal(file.Version, TitleModel.Load(new MemoryStream(Bytes)).Version);
    }

    [Fact]
    public void Another_byte_is_another_version()
    {
        byte[] other = [.. Bytes];
        other[^1] ^= 1;
        Assert.NotEqual(TitleModel.Load(new MemoryStream(Bytes)).Version, TitleModel.Load(new MemoryStream(other)).Version);
    }

    [Fact]
    public void A_file_that_is_cut_anywhere_is_refused_with_its_length()
    {
        for (var length = 4; length < Bytes.Length; length += 7) Refused("ends after", Bytes[..length]);
    }

    [Fact]
    public void What_is_no_model_is_refused() => Refused("does not begin with MOOD", "PK\u0003\u0004 something else"u8.ToArray());

    [Fact]
    public void A_file_of_another_form_is_refused()
    {
        byte[] other = [.. Bytes];
        other[4] = 9;
        Refused("has form 9", other);
    }

    private static void Refused(string problem, byte[] bytes) => Assert.Contains(
        problem, Assert.Throws<InvalidDataException>(() => TitleModel.Load(new MemoryStream(bytes))).Message, StringComparison.Ordinal);

    private static TitleModelFile Small()
    {
        const int bits = 2, hidden = 8;
        var linear = new LinearTable(bits, new ushort[8 << bits], new float[8]);
        var stack = new MoodStack(new float[Moods * (MoodStack.Inputs + 1)], new float[Moods * CalibrationCurve.Size], new float[Moods]);
        var sum = new SumNetwork(Pieces(hidden), Output(hidden));
        var convolution = new ConvolutionNetwork(Pieces(hidden * ConvolutionNetwork.Width), Output(hidden));
        return new([1, 2], [3, 4], linear, sum, convolution, stack);
    }

    private static PieceTable Pieces(int columns) => new([1, 1], new sbyte[2 * columns], columns);

    private static OutputLayer Output(int hidden) => new(new float[hidden], new float[hidden * Moods], new float[Moods]);
}
