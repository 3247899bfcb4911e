namespace Personalify.GraphQL.Types;

/// <summary>Describes the directive that a class is. Specification: 3.13 Directives.</summary>
/// <typeparam name="T">The class whose properties are the arguments.</typeparam>
public abstract class DirectiveType<T> : TypeDefinition
{
    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override bool IsInput => true;

    internal sealed override bool IsListed => false;

    internal sealed override bool IsDirective => true;

    /// <summary>Says what the directive is. Called once, when the schema is built.</summary>
    protected abstract void Configure(IDirectiveTypeDescriptor<T> descriptor);

    internal sealed override void Configure(IDescriptor descriptor) => Configure(new DirectiveTypeDescriptor<T>((IInputObjectTypeDescriptor)descriptor));
}

/// <summary>Describes a directive.</summary>
/// <typeparam name="T">The class whose properties are the arguments.</typeparam>
public interface IDirectiveTypeDescriptor<T> : IDescriptor
{
    /// <summary>Where the directive may stand.</summary>
    IDirectiveTypeDescriptor<T> Location(DirectiveLocation location);

    /// <summary>The directive may stand more than once at a place.</summary>
    IDirectiveTypeDescriptor<T> Repeatable();

    /// <summary>The argument that a property is.</summary>
    /// <exception cref="SchemaException">The expression names no property.</exception>
    IInputFieldDescriptor Argument<TValue>(System.Linq.Expressions.Expression<Func<T, TValue>> property);
}

/// <inheritdoc />
internal sealed class DirectiveTypeDescriptor<T>(IInputObjectTypeDescriptor type) : IDirectiveTypeDescriptor<T>
{
    private DirectiveLocation _location;
    private bool _isRepeatable;

    public void Annotate(Attribute attribute) => type.Annotate(attribute);

    public IDirectiveTypeDescriptor<T> Location(DirectiveLocation location)
    {
        _location |= location;
        return Say();
    }

    public IDirectiveTypeDescriptor<T> Repeatable()
    {
        _isRepeatable = true;
        return Say();
    }

    public IInputFieldDescriptor Argument<TValue>(System.Linq.Expressions.Expression<Func<T, TValue>> property) => type.Field(MemberExpressions.FindProperty(property));

    private DirectiveTypeDescriptor<T> Say()
    {
        Annotate(new DirectiveTypeAttribute(_location) { IsRepeatable = _isRepeatable });
        return this;
    }
}
