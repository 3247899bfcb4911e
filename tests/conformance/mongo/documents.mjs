// Reads with MongoDB's own driver for Node what the Api wrote, prints it, and writes a run as another program would.
//   node documents.mjs <connection string> <spotify_id>
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../../mongolite/', import.meta.url)));
const { Double, Long, MongoClient } = require('mongodb');

const [url, spotifyId] = process.argv.slice(2);
const client = await MongoClient.connect(url, { promoteValues: true });
try {
  const database = client.db();
  const current = await database.collection('user_syncs').find({ spotify_id: spotifyId }).sort({ _id: 1 }).toArray();
  const runs = await database.collection('sync_runs').find({ spotify_id: spotifyId }).sort({ _id: 1 }).toArray();
  console.log(JSON.stringify({ current, runs }, (_, value) => value));
  const isDate = current.every((document) => document.synced_at instanceof Date);
  console.log(JSON.stringify({ isDate, rank: typeof current[0].artists[0].rank }));
  await database.collection('sync_runs').insertOne({
    _id: 'ffffffff-ffff-7fff-8fff-fffffffffffe',
    user_id: Long.fromNumber(1),
    spotify_id: spotifyId,
    status: 'completed',
    trigger: 'listener',
    started_at: new Date('2026-02-03T04:05:06Z'),
    finished_at: new Date('2026-02-03T04:05:07Z'),
    parts: [{ part: 'top_lists', status: 'completed', fetched: new Double(3), added: Long.fromNumber(2) }],
    has_tops: true,
    tops: [{ time_range: 'short_term', artists: [{ rank: new Double(1), id: 'x', name: 'X' }], tracks: null }],
  });
} finally {
  await client.close();
}
