global using Personalify.GraphQL;
