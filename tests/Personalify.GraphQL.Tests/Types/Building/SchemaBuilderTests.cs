using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Annotated_classes_become_the_schema_that_they_describe()
    {
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Types", "Building", "Library.graphql")), SchemaPrinter.Print(LibrarySchema.Build()));
    }
}
