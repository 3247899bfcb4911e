namespace Personalify.GraphQL.Types.Building;

/// <summary>What the convention makes of a mutation.</summary>
/// <param name="Type">The payload.</param>
/// <param name="Parameters">The resolver's parameters, its arguments read from the input.</param>
/// <param name="Arguments">The input, or nothing when the mutation takes nothing.</param>
/// <param name="Middleware">Makes a payload of what the resolver returns or throws.</param>
internal sealed record MutationField(
    GraphQLType Type, IReadOnlyList<BoundParameter> Parameters, IReadOnlyList<InputField> Arguments, Func<FieldResolver, FieldResolver> Middleware)
{
    /// <summary>Puts the making of the payload around everything else that the field does.</summary>
    public void Attach(OutputField field) => field.Wrap(Middleware);
}

/// <summary>
/// Makes mutations fields with one <c>input</c> and a payload of result and errors. Types of these names that the schema's author
/// wrote are used as they are.
/// </summary>
internal sealed class MutationConvention(TypeRegistry registry)
{
    private readonly ErrorReader _errors = new(registry);

    /// <summary>The field by the convention.</summary>
    /// <param name="member">The mutation.</param>
    /// <param name="names">The names to use.</param>
    /// <param name="result">The type of what the mutation returns, a result in a <see cref="FieldResult{TResult}"/> unwrapped.</param>
    /// <param name="fieldResult">The <see cref="FieldResult{TResult}"/> that it returns, or <c>null</c>.</param>
    /// <param name="parameters">The mutation's parameters.</param>
    public MutationField Apply(
        AnnotatedMember member, MutationNames names, GraphQLType result, Type? fieldResult, IReadOnlyList<BoundParameter> parameters)
    {
        var errors = _errors.Read(member, fieldResult);
        var union = errors.Count == 0 ? null : Union(names, errors);
        var (inner, arguments) = Input(names, parameters);
        var isOwn = result.Named is ObjectType own && own.Name == names.Payload;
        var payload = isOwn ? Extend((ObjectType)result.Named, names, union) : Payload(names, result, union);
        var mapping = new ErrorMapping(errors);
        return new MutationField(new NonNullType(payload), inner, arguments, next => context => RunAsync(next, context, mapping, isOwn));
    }

    private static async ValueTask<object?> RunAsync(FieldResolver next, IResolverContext context, ErrorMapping errors, bool isOwnPayload)
    {
        try
        {
            var value = await next(context).ConfigureAwait(false);
            if (value is IFieldResult { Errors.Count: > 0 } failed) return new MutationPayload(null, failed.Errors);
            var data = value is IFieldResult result ? result.Value : value;
            return isOwnPayload ? data : new MutationPayload(data, null);
        }
        catch (Exception exception)
        {
            if (errors.Map(exception) is { } mapped) return new MutationPayload(null, mapped);
            throw;
        }
    }

    private (IReadOnlyList<BoundParameter> Parameters, IReadOnlyList<InputField> Arguments) Input(
        MutationNames names, IReadOnlyList<BoundParameter> parameters)
    {
        var arguments = parameters.Select(parameter => parameter.Input?.Field).OfType<InputField>().ToList();
        if (arguments.Count == 0) return (parameters, arguments);
        if (arguments is [{ Type.Named: InputObjectType own }] && own.Name == names.Input) return (parameters, arguments);
        var type = registry.Named(
            names.Input, $"the input of {names.Field}", () => new InputObjectType(names.Input), made => made.Fields.AddRange(arguments));
        return ([.. parameters.Select(parameter => parameter.In(names.InputArgument))], [new InputField(names.InputArgument, new NonNullType(type))]);
    }

    private ObjectType Payload(MutationNames names, GraphQLType result, UnionType? union)
    {
        var field = names.PayloadField ?? NamingConventions.FormatFieldName(result.Named.Name);
        var source = $"the payload of {names.Field}";
        return registry.Named(names.Payload, source, () => new ObjectType(names.Payload) { RuntimeType = typeof(MutationPayload) }, made =>
        {
            made.Fields.Add(new OutputField(field, result.Nullable) { PureResolver = MutationPayload.DataOf });
            if (union is not null) AddErrors(made, names, union);
        });
    }

    private ObjectType Extend(ObjectType own, MutationNames names, UnionType? union)
    {
        if (union is null) return own;
        registry.Afterwards(() =>
        {
            foreach (var field in own.Fields) MutationPayload.AllowFailure(field);
            AddErrors(own, names, union);
        });
        return own;
    }

    private static void AddErrors(ObjectType payload, MutationNames names, UnionType union)
    {
        if (payload.Fields.Contains(names.Errors)) throw BuildErrors.PayloadHasField(payload, names.Errors);
        payload.Fields.Add(new OutputField(names.Errors, new ListType(new NonNullType(union))) { PureResolver = MutationPayload.ErrorsOf });
    }

    private UnionType Union(MutationNames names, IEnumerable<ErrorSource> errors) => registry.Named(
        names.Error,
        $"the errors of {names.Field}",
        () => new UnionType(names.Error),
        made => made.Types.AddRange(errors.Select(error => error.Type).Distinct()));
}
