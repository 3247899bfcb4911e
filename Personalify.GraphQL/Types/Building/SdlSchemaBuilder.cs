using Personalify.GraphQL.Utilities;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Makes a schema from the schema definition language, extensions included: for tests, and for clients that check their operations
/// against an exported schema. The order of the definitions is kept. Specification: 3 Type System.
/// </summary>
/// <remarks>
/// A text that breaks a rule for type system documents (<see cref="SdlValidator"/>: unknown types, names used twice) is refused here;
/// whether the result is a valid schema is the question of <see cref="SchemaValidator"/>.
/// Scalars beyond the five specified ones take any value, because SDL does not tell their format.
/// </remarks>
public static class SdlSchemaBuilder
{
    /// <summary>Builds from text.</summary>
    /// <param name="sdl">The definitions.</param>
    /// <param name="resolvers">
    /// The resolver of a field by its coordinate, <c>Type.field</c>; <c>null</c> leaves the field to the executor's default.
    /// </param>
    /// <exception cref="SyntaxException">The text is not GraphQL.</exception>
    /// <exception cref="SchemaException">The definitions contradict each other; holds every contradiction with its place.</exception>
    public static Schema Build(string sdl, Func<string, FieldResolver?>? resolvers = null) =>
        Build(Parser.Parse(sdl, ParserOptions.Trusted), resolvers);

    /// <summary>Builds from text, with resolvers by coordinate (<c>Type.field</c>).</summary>
    /// <exception cref="SyntaxException">The text is not GraphQL.</exception>
    /// <exception cref="SchemaException">The definitions contradict each other, or a resolver is for a field that there is not.</exception>
    public static Schema Build(string sdl, IReadOnlyDictionary<string, FieldResolver> resolvers)
    {
        var unused = new HashSet<string>(resolvers.Keys);
        var schema = Build(sdl, coordinate => unused.Remove(coordinate) ? resolvers[coordinate] : null);
        return unused.Count == 0
            ? schema
            : throw new SchemaException($"There is a resolver for {unused.Order().First()}, but no such field.");
    }

    /// <summary>Builds from a document.</summary>
    /// <exception cref="SchemaException">The definitions contradict each other; holds every contradiction with its place.</exception>
    public static Schema Build(DocumentNode document, Func<string, FieldResolver?>? resolvers = null)
    {
        GraphQLError[] errors = [.. SdlValidator.Validate(document), .. SdlKindChecker.Check(document)];
        if (errors.Length > 0) throw new SchemaException(errors);
        return new SdlReader(document, resolvers ?? (_ => null)).Read();
    }
}
