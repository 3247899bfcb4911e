using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods.Providers.Onnx;

/// <summary>A classifier from a folder, run in this process. Words that weighed are not known of it.</summary>
internal sealed class OnnxMoodModel : IMoodModel, IDisposable
{
    public const string Provider = "onnx";
    private const int Batch = 64;

    private readonly OnnxFolder _folder;
    private readonly MoodLabels _labels;
    private readonly OnnxTokenizer _tokenizer;
    private readonly InferenceSession _session;
    private readonly string _path;
    private readonly bool _isMultiLabel;

    /// <exception cref="MoodModelException">The folder holds no classifier that can be used; the start stops with it.</exception>
    public OnnxMoodModel(IOptions<MoodOptions> options)
    {
        _path = options.Value.OnnxFolder;
        if (OnnxFolder.FindProblem(_path) is { } problem) throw new MoodModelException(problem);
        _folder = new OnnxFolder(_path);
        _labels = MoodLabels.Read(_folder.ReadLabels(), out _)!;
        (_isMultiLabel, Identity) = (_folder.IsMultiLabel(), new MoodModelIdentity(Provider, _folder.Name, _folder.ReadVersion()));
        (_tokenizer, _session) = (LoadTokenizer(), LoadSession());
        CheckShape();
    }

    public MoodModelIdentity Identity { get; }

    public bool IsRemote => false;

    public bool IsFast => false;

    public Task<IReadOnlyList<MoodProbabilities?>> ScoreAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<MoodProbabilities?>>(
        () =>
        {
            string[] names = [.. titles.Select(TitleCleaning.Clean)];
            var answers = new MoodProbabilities?[names.Length];
            // Titles of one length share a batch, so that little of it is filling.
            foreach (var batch in Enumerable.Range(0, names.Length).Where(i => names[i].Length > 0).OrderBy(i =>
                names[i].Length).Chunk(Batch))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var (i, answer) in batch.Zip(Run([.. batch.Select(i => names[i])]))) answers[i] = answer;
            }

            return answers;
        }, cancellationToken);

    public IReadOnlyList<WeighedWord> Weigh(string title, Mood mood) => [];

    public Task CheckAsync(CancellationToken cancellationToken) => OnnxFolder.FindProblem(_path) is { } problem
        ? Task.FromException(new MoodModelException($"The model in use was loaded, and the next start will fail. {problem}"))
        : Task.CompletedTask;

    public void Dispose() => _session.Dispose();

    private List<MoodProbabilities> Run(string[] names)
    {
        var ids = names.Select(_tokenizer.Encode).ToList();
        var inputs = OnnxInputs.Of(ids, _tokenizer.Padding).Where(input => _session.InputMetadata.ContainsKey(input.Name)).ToList();
        using var outputs = _session.Run(inputs);
        var logits = outputs[0].AsTensor<float>().ToArray();
        return [.. Enumerable.Range(0, names.Length).Select(row =>
            _labels.Of(Probabilities(logits.AsSpan(row * _labels.Count, _labels.Count))))];
    }

    private float[] Probabilities(ReadOnlySpan<float> logits)
    {
        var (result, sum, highest) = (new float[logits.Length], 0f, float.MinValue);
        foreach (var logit in logits) highest = Math.Max(highest, logit);
        for (var i = 0; i < result.Length; i++)
            sum += result[i] = _isMultiLabel ? 1 / (1 + MathF.Exp(-logits[i])) : MathF.Exp(logits[i] - highest);
        for (var i = 0; i < result.Length && !_isMultiLabel; i++) result[i] /= sum;
        return result;
    }

    /// <summary>A title is run once, so that a model of another shape is found at the start and not by a listener.</summary>
    private void CheckShape()
    {
        if (_session.OutputMetadata.Values.First() is not { ElementType: { } type }
            || type != typeof(float)) throw Unusable("its first output is no list of numbers");
        if (!_session.InputMetadata.ContainsKey(OnnxInputs.Ids)) throw Unusable($"it has no input {OnnxInputs.Ids}");
        try
        {
            using var outputs = _session.Run(
                OnnxInputs.Of([_tokenizer.Encode("love")], _tokenizer.Padding).Where(input =>
                    _session.InputMetadata.ContainsKey(input.Name)).ToList());
            var found = outputs[0].AsTensor<float>().Length;
            if (found != _labels.Count) throw Unusable($"it gives {found} numbers for a title, and there are {_labels.Count} labels");
        }
        catch (OnnxRuntimeException failure)
        {
            throw Unusable(failure.Message, failure);
        }
    }

    private OnnxTokenizer LoadTokenizer()
    {
        try
        {
            return OnnxTokenizer.Load(_folder);
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidDataException or InvalidOperationException or IOException)
        {
            throw Unusable($"its tokenizer's files cannot be read: {failure.Message}", failure);
        }
    }

    private InferenceSession LoadSession()
    {
        try
        {
            using var options = new Microsoft.ML.OnnxRuntime.SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            return new InferenceSession(_folder.Model, options);
        }
        catch (OnnxRuntimeException failure)
        {
            throw Unusable($"model.onnx cannot be read: {failure.Message}", failure);
        }
    }

    private MoodModelException Unusable(string why, Exception? cause = null) =>
        new($"The model in Mood:OnnxFolder '{_path}' cannot be used: {why}.", cause: cause);
}

/// <summary>A batch as a model of texts takes it.</summary>
internal static class OnnxInputs
{
    public const string Ids = "input_ids";

    public static IEnumerable<NamedOnnxValue> Of(IReadOnlyList<IReadOnlyList<int>> titles, int padding)
    {
        int[] shape = [titles.Count, titles.Max(title => title.Count)];
        var (ids, mask) = (new DenseTensor<long>(shape), new DenseTensor<long>(shape));
        ids.Fill(padding);
        for (var row = 0; row < titles.Count; row++)
        {
            for (var place = 0; place < titles[row].Count; place++) (ids[row, place], mask[row, place]) = (titles[row][place], 1);
        }

        return
        [
            NamedOnnxValue.CreateFromTensor(Ids, ids), NamedOnnxValue.CreateFromTensor("attention_mask", mask),
            NamedOnnxValue.CreateFromTensor("token_type_ids", new DenseTensor<long>(shape)),
        ];
    }
}
