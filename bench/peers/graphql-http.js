import { createServer } from 'node:http'
import { createHandler } from 'graphql-http/lib/use/http'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { address, resolvers, typeDefs } from './schema.js'

createServer(createHandler({ schema: makeExecutableSchema({ typeDefs, resolvers }), context: () => ({}) })).listen(address)
