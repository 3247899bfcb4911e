namespace Personalify.Api.Remote.NodeB;

[GraphQLDescription("How node B, the PostgreSQL of the community's figures, stands.")]
public enum NodeBState
{
    [GraphQLDescription("No connection string names one.")]
    NotConfigured,

    [GraphQLDescription("It does not answer.")]
    Away,

    [GraphQLDescription("It answers, and what this version needs on it is not there yet.")]
    Preparing,

    [GraphQLDescription("It answers and has all that is needed.")]
    Up,
}
