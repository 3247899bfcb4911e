// npm graphql-sse as a client of the schema in StreamSchema.cs, in distinct connections mode. Exit code 1 when something differs.
//   node graphql-sse-client.mjs http://127.0.0.1:5081/graphql
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';

const url = process.argv[2];
if (!url) {
  console.error('usage: node graphql-sse-client.mjs URL');
  process.exit(2);
}

const client = createClient({ url, retryAttempts: 0 });

async function read(query, most = Infinity) {
  const results = [];
  for await (const result of client.iterate({ query })) {
    results.push(result);
    if (results.length >= most) break;
  }
  return results;
}

const firstMessage = ([result]) => result.errors[0].message;

const checks = {
  'a query has one result': async () => assert.deepEqual(await read('{ hello }'), [{ data: { hello: 'world' } }]),
  'a mutation too': async () => assert.deepEqual(await read('mutation { act }'), [{ data: { act: 1 } }]),
  'a stream is read to its end': async () =>
    assert.deepEqual(await read('subscription { count(to: 3) }'), [1, 2, 3].map((count) => ({ data: { count } }))),
  'a document that is wrong has its errors as a result': async () =>
    assert.equal(firstMessage(await read('{ nothing }')), 'Cannot query field "nothing" on type "Query".'),
  'a stream that cannot begin too': async () => assert.equal(firstMessage(await read('subscription { refused }')), 'Not today.'),
  'a stream that breaks says so at its end': async () => {
    const results = await read('subscription { broken }');
    assert.deepEqual(results[0], { data: { broken: 1 } });
    assert.equal(firstMessage(results.slice(1)), 'The wire is cut.');
  },
  'an endless stream ends when nobody reads it any more': async () =>
    assert.deepEqual(await read('subscription { endless }', 2), [0, 1].map((endless) => ({ data: { endless } }))),
  'several streams run side by side': async () => {
    const all = await Promise.all([1, 2, 3, 4].map((to) => read(`subscription { count(to: ${to}) }`)));
    all.forEach((results, index) => assert.equal(results.length, index + 1));
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

client.dispose();
console.log(`${Object.keys(checks).length - failures} kept, ${failures} broken`);
process.exit(failures ? 1 : 0);
