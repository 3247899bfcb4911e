import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { address, resolvers, typeDefs } from './schema.js'

// Its standalone server answers at every path.
const server = new ApolloServer({ typeDefs, resolvers, introspection: false })
await startStandaloneServer(server, { listen: address, context: async () => ({}) })
