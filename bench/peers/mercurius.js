import Fastify from 'fastify'
import mercurius from 'mercurius'
import { address, resolvers, typeDefs } from './schema.js'

const app = Fastify({ logger: false })
app.register(mercurius, { schema: typeDefs, resolvers, jit: 1, graphiql: false, context: () => ({}) })
await app.listen(address)
