import { createServer } from 'node:http'
import { createSchema, createYoga } from 'graphql-yoga'
import { address, resolvers, typeDefs } from './schema.js'

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false, graphiql: false, landingPage: false })
createServer(yoga).listen(address)
