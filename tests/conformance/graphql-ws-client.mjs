// npm graphql-ws as a client of the schema in StreamSchema.cs: everything that its users rely on. Exit code 1 when something differs.
//   node graphql-ws-client.mjs ws://127.0.0.1:5081/graphql
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
if (!url) {
  console.error('usage: node graphql-ws-client.mjs URL');
  process.exit(2);
}

let sockets = 0;
class CountedSocket extends WebSocket {
  constructor(...parameters) {
    super(...parameters);
    sockets++;
  }
}

const client = createClient({ url, webSocketImpl: CountedSocket, retryAttempts: 0, lazyCloseTimeout: 100 });

async function read(query, most = Infinity) {
  const results = [];
  for await (const result of client.iterate({ query })) {
    results.push(JSON.parse(JSON.stringify(result)));
    if (results.length >= most) break;
  }
  return results;
}

const checks = {
  'a query has one result': async () => assert.deepEqual(await read('{ hello }'), [{ data: { hello: 'world' } }]),
  'a mutation too': async () => assert.deepEqual(await read('mutation { act }'), [{ data: { act: 1 } }]),
  'a stream is read to its end': async () =>
    assert.deepEqual(await read('subscription { count(to: 3) }'), [1, 2, 3].map((count) => ({ data: { count } }))),
  'a document that is wrong rejects with its errors': () =>
    assert.rejects(read('{ nothing }'), (errors) => errors[0].message === 'Cannot query field "nothing" on type "Query".'),
  'a stream that cannot begin rejects': () =>
    assert.rejects(read('subscription { refused }'), (errors) => errors[0].message === 'Not today.'),
  'a stream that breaks rejects after what it gave': async () => {
    const given = [];
    await assert.rejects(
      async () => {
        for await (const { data } of client.iterate({ query: 'subscription { broken }' })) given.push(data.broken);
      },
      (errors) => errors[0].message === 'The wire is cut.',
    );
    assert.deepEqual(given, [1]);
  },
  'an endless stream ends when nobody reads it any more': async () =>
    assert.deepEqual(await read('subscription { endless }', 2), [0, 1].map((endless) => ({ data: { endless } }))),
  'many operations share a socket': async () => {
    const before = sockets;
    const keep = client.iterate({ query: 'subscription { endless }' });
    await keep.next();
    const all = await Promise.all(Array.from({ length: 20 }, (_, to) => read(`subscription { count(to: ${to}) }`)));
    all.forEach((results, to) => assert.equal(results.length, to));
    await keep.return();
    assert.ok(sockets - before <= 1, `${sockets - before} sockets were opened`);
  },
};

let failures = 0;
for (const [what, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`ok    ${what}`);
  } catch (error) {
    failures++;
    console.log(`FAIL  ${what}: ${error.message ?? JSON.stringify(error)}`);
  }
}

await client.dispose();
console.log(`${Object.keys(checks).length - failures} kept, ${failures} broken`);
process.exit(failures ? 1 : 0);
