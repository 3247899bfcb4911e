namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Which scalar a CLR type is in one schema, and how its values become the scalar's own: by Hot Chocolate's table, and before that by what the
/// schema's author bound.
/// </summary>
internal sealed class ScalarBindings
{
    private readonly Dictionary<Type, ScalarType> _bound = [];
    private readonly Dictionary<string, ScalarType> _named = [];
    private readonly Dictionary<(Type Source, Type Target), Func<object, object?>> _converters = [];

    /// <summary>Makes a scalar part of the schema's vocabulary, and that of its runtime type unless another one is bound.</summary>
    public void Add(ScalarType scalar)
    {
        if (ClrScalars.Find(scalar.Name) is { } known && known != scalar) throw BuildErrors.ScalarOfOthers(scalar.Name);
        if (!_named.TryAdd(scalar.Name, scalar) && _named[scalar.Name].GetType() != scalar.GetType()) throw BuildErrors.ScalarOfOthers(scalar.Name);
        if (Find(scalar.RuntimeType) is null) _bound[scalar.RuntimeType] = scalar;
    }

    public void Bind(Type runtimeType, ScalarType scalar)
    {
        if (ClrScalars.Find(scalar.Name) is null) Add(scalar);
        _bound[runtimeType] = _named.GetValueOrDefault(scalar.Name, scalar);
    }

    public void AddConverter<TSource, TTarget>(Func<TSource, TTarget> convert) => _converters[(typeof(TSource), typeof(TTarget))] = value => convert((TSource)value);

    public ScalarType? Find(Type type) => _bound.GetValueOrDefault(type) ?? ClrScalars.Find(type);

    public ScalarType? Find(string name) => _named.GetValueOrDefault(name) ?? ClrScalars.Find(name);

    /// <summary>One of the author's own scalars.</summary>
    public ScalarType? Find(Predicate<ScalarType> isMeant) => _named.Values.Concat(_bound.Values).FirstOrDefault(scalar => isMeant(scalar));

    /// <summary>Makes the values of a field what its scalar writes.</summary>
    public void Attach(OutputField field, Type runtimeType)
    {
        if (field.Type.Named is ScalarType scalar && _converters.TryGetValue((runtimeType, scalar.RuntimeType), out var convert)) ValueConversion.Attach(field, convert);
    }

    /// <summary>Makes what a scalar reads the values of an input.</summary>
    public void Attach(InputField field, Type runtimeType)
    {
        if (Reader(field.Type.Named, runtimeType) is { } read) field.Formatter = read;
    }

    /// <summary>Makes what a scalar reads values of a class that is bound to it, item by item; <c>null</c> when nobody said how.</summary>
    public Func<object?, object?>? Reader(NamedType type, Type runtimeType) =>
        type is ScalarType scalar && _converters.TryGetValue((scalar.RuntimeType, runtimeType), out var convert) ? ValueConversion.Reader(Refused(convert)) : null;

    /// <summary>What a scalar has read, as a class that is bound to it has it; a list of it where the class is an array.</summary>
    /// <exception cref="CoercionException">The converter refuses it.</exception>
    public object? Read(object value, NamedType type, Type target)
    {
        var item = target.IsArray ? target.GetElementType()! : target;
        return Reader(type, Nullable.GetUnderlyingType(item) ?? item) is { } read ? read(value) : value;
    }

    /// <summary>What a converter refuses is the client's mistake.</summary>
    private static Func<object, object?> Refused(Func<object, object?> convert) => value =>
    {
        try
        {
            return convert(value);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or OverflowException)
        {
            throw new CoercionException(error.Message);
        }
    };
}
