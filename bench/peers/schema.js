// The schema, resolvers and data access that all the peers share; what Personalify.Benchmarks.Music serves, in JavaScript.
import DataLoader from 'dataloader'
import { Redis } from 'ioredis'
import pg from 'pg'

export const typeDefs = /* GraphQL */ `
  enum TimeRange { short_term medium_term long_term }
  type Query {
    user(id: Int!): User
    cachedUser(id: Int!): User
    snapshot(userId: Int!, range: TimeRange!): Snapshot
    tracks(first: Int = 100): [KnownTrack!]!
  }
  type User { id: Int! displayName: String! topTracks(range: TimeRange!, limit: Int = 20): [Track!]! topArtists(range: TimeRange!, limit: Int = 10): [Artist!]! }
  type Track { id: Int! name: String! popularity: Int! album: Album! artists: [Artist!]! }
  type Album { id: Int! name: String! }
  type Artist { id: Int! name: String! genres: [String!]! }
  type Snapshot { id: Int! displayName: String! topTracks: [KnownTrack!]! topArtists: [KnownArtist!]! }
  type KnownTrack { id: Int! name: String! popularity: Int! album: KnownAlbum! artists: [KnownArtist!]! }
  type KnownAlbum { id: Int! name: String! }
  type KnownArtist { id: Int! name: String! genres: [String!]! }
`

const statements = {
  user: 'select id, display_name from users where id = $1',
  topTracks: 'select track_id from user_top_tracks where user_id = $1 and time_range = $2::time_range and rank <= $3 order by rank',
  topArtists: 'select artist_id from user_top_artists where user_id = $1 and time_range = $2::time_range and rank <= $3 order by rank',
  tracks: 'select id, name, popularity, album_id from tracks where id = any($1::int[])',
  albums: 'select id, name from albums where id = any($1::int[])',
  artists: 'select id, name, genres from artists where id = any($1::int[])',
  trackArtists: 'select ta.track_id, a.id, a.name, a.genres from track_artists ta join artists a on a.id = ta.artist_id where ta.track_id = any($1::int[]) order by ta.track_id, ta.position'
}
const pool = new pg.Pool({ connectionString: process.env.MUSIC_POSTGRES, max: 10 })
const query = (name, values) => pool.query({ name, text: statements[name], values }).then(result => result.rows)

const inOrder = (ids, rows) => {
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

function postgresLoaders () {
  return {
    track: new DataLoader(async ids => inOrder(ids, await query('tracks', [ids]))),
    album: new DataLoader(async ids => inOrder(ids, await query('albums', [ids]))),
    artist: new DataLoader(async ids => inOrder(ids, await query('artists', [ids]))),
    trackArtists: new DataLoader(async ids => {
      const byTrack = new Map(ids.map(id => [id, []]))
      for (const row of await query('trackArtists', [ids])) byTrack.get(row.track_id).push(row)
      return ids.map(id => byTrack.get(id))
    }),
    topTracks: async (user, range, limit) => (await query('topTracks', [user, range, limit])).map(row => row.track_id),
    topArtists: async (user, range, limit) => (await query('topArtists', [user, range, limit])).map(row => row.artist_id),
    artistsOf (track) { return this.trackArtists.load(track.id) },
    albumOf (track) { return this.album.load(track.album_id) }
  }
}

const redis = new Redis(process.env.MUSIC_REDIS)
const many = async keys => (await redis.mget(keys)).map(text => JSON.parse(text))

function redisLoaders () {
  const top = new DataLoader(keys => Promise.all(keys.map(async key => JSON.parse(await redis.get(key)))))
  return {
    track: new DataLoader(ids => many(ids.map(id => `track:${id}`))),
    album: new DataLoader(ids => many(ids.map(id => `album:${id}`))),
    artist: new DataLoader(ids => many(ids.map(id => `artist:${id}`))),
    topTracks: async (user, range, limit) => (await top.load(`top:${user}:${range}`)).trackIds.slice(0, limit),
    topArtists: async (user, range, limit) => (await top.load(`top:${user}:${range}`)).artistIds.slice(0, limit),
    artistsOf (track) { return this.artist.loadMany(track.artistIds) },
    albumOf (track) { return this.album.load(track.albumId) }
  }
}

const known = JSON.parse(await redis.get('known'))

export const resolvers = {
  Query: {
    async user (_, { id }, context) {
      context.loaders = postgresLoaders()
      const [user] = await query('user', [id])
      return user && { id: user.id, displayName: user.display_name }
    },
    async cachedUser (_, { id }, context) {
      context.loaders = redisLoaders()
      return JSON.parse(await redis.get(`user:${id}`))
    },
    snapshot: async (_, { userId, range }) => JSON.parse(await redis.get(`snapshot:${userId}:${range}`)),
    tracks: (_, { first }) => first === known.length ? known : known.slice(0, first)
  },
  User: {
    topTracks: async (user, { range, limit }, { loaders }) => loaders.track.loadMany(await loaders.topTracks(user.id, range, limit)),
    topArtists: async (user, { range, limit }, { loaders }) => loaders.artist.loadMany(await loaders.topArtists(user.id, range, limit))
  },
  Track: {
    album: (track, _, { loaders }) => loaders.albumOf(track),
    artists: (track, _, { loaders }) => loaders.artistsOf(track)
  }
}

export const address = { port: Number(process.env.PORT), host: '127.0.0.1' }
