// @urql/core and Apollo Client on an answer in parts, over a schema with id, name and letters (IncrementalTests.cs).
//   node incremental.mjs http://127.0.0.1:5081/graphql        exit code 1 when an answer is not what it should be
import assert from 'node:assert/strict';
import { ApolloClient, HttpLink, InMemoryCache, NetworkStatus, gql } from '@apollo/client/core';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { Client, fetchExchange } from '@urql/core';

const url = process.argv[2];
const query = 'query { id ...Later @defer } fragment Later on Query { name }';
const list = 'query { letters @stream(initialCount: 1) }';

await withUrql();
await withApollo();

async function withUrql() {
  const client = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange] });
  const results = await read(client.query(query, {}));
  assert.deepEqual(results.map(({ data, hasNext }) => [data, hasNext]), [
    [{ id: 1 }, true],
    [{ id: 1, name: 'later' }, false],
  ]);
  console.log('urql: a deferred fragment');
  await withUrqlsLists(client);
}

/**
 * Of lists urql 6.0 reads only the older format, whose path ends with the index of the first item: by the path of the list alone it puts the items
 * beside it. When this fails urql has learned the format of today: say so in README.md, and read its lists as Apollo Client's are.
 */
async function withUrqlsLists(client) {
  const results = await read(client.query(list, {}));
  assert.deepEqual(results.at(-1).data, { letters: ['a'], 0: 'b' });
  console.log('urql: no streamed list yet');
}

/** The results as they are when they come; urql goes on with the same objects. */
function read(source) {
  return new Promise((resolve) => {
    const results = [];
    source.subscribe((result) => {
      results.push({ data: structuredClone(result.data), hasNext: result.hasNext });
      assert.equal(result.error, undefined);
      if (!result.hasNext) resolve(results);
    });
  });
}

async function withApollo() {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache(), incrementalHandler: new GraphQL17Alpha9Handler() });
  assert.deepEqual(await watch(client, query), [
    [{ id: 1 }, 'streaming'],
    [{ id: 1, name: 'later' }, 'complete'],
  ]);
  assert.deepEqual((await watch(client, list)).at(-1), [{ letters: ['a', 'b'] }, 'complete']);
  console.log('Apollo Client: a deferred fragment, a streamed list');
}

/** The data as it grows. */
function watch(client, document) {
  return new Promise((resolve, reject) => {
    const states = [];
    client.watchQuery({ query: gql(document) }).subscribe({
      next({ data, dataState, error, networkStatus }) {
        if (error) reject(error);
        if (dataState !== 'empty') states.push([withoutTypeName(data), dataState]);
        if (networkStatus === NetworkStatus.ready) resolve(states);
      },
      error: reject,
    });
  });
}

/** Apollo Client's cache may add it. */
function withoutTypeName({ __typename, ...data }) {
  return structuredClone(data);
}
