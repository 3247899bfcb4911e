namespace Personalify.GraphQL;

/// <summary>
/// Makes a method the resolver of a field for many parents in one call. It takes them as a list marked with <see cref="ParentAttribute"/>, and
/// returns a list with one result for each parent, in their order: the values, or a <c>ResolverResult&lt;T&gt;</c> for each, which may fail alone. Lists
/// are arrays, <c>List&lt;T&gt;</c>, <c>IList&lt;T&gt;</c>, <c>IReadOnlyList&lt;T&gt;</c> and <c>ImmutableArray&lt;T&gt;</c>, perhaps in a task.
/// </summary>
/// <remarks>
/// <para>The method is called once for each level of the response, when nothing runs any more that could add a parent: as batches of DataLoaders
/// are. Nothing is kept afterwards; a value that several fields ask for by a key is a DataLoader's matter.</para>
/// <para>Arguments are lists too, with the value of each parent's own selection, so that one call serves aliases with different arguments. Services,
/// state and the token are asked for once. Calls that differ in what such a parameter depends on, such as <see cref="ScopedStateAttribute"/>,
/// <see cref="IsSelectedAttribute"/> or <c>PagingArguments</c>, are not made together.</para>
/// <para>An exception is every parent's failure, and so is another number of results than of parents. Authorization, paging, filters and orders are
/// each parent's own, as for other resolvers. It may stand on methods of classes that extend a type and of <see cref="QueryTypeAttribute"/> classes;
/// the root fields of mutations run one by one (HC0135).</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute;
