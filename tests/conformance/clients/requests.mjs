// @urql/core and Apollo Client against the running Api: an account is made by a mutation, and asked about with its token.
//   node requests.mjs http://127.0.0.1:5081/graphql        exit code 1 when an answer is not what it should be
import assert from 'node:assert/strict';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { Client, cacheExchange, fetchExchange } from '@urql/core';

const url = process.argv[2];
const signUp = `mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) { session { token user { __typename id name } } errors { __typename ... on Error { message } } }
}`;
const signIn = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { session { token user { __typename id name } } errors { __typename ... on Error { message } } }
}`;
const me = 'query Me { server { __typename version } me { __typename id name timeZone } }';
const wrong = 'query Wrong { me { nope } }';
const account = { name: 'client', password: 'a long enough password', timeZone: 'Europe/Berlin' };

const token = await withUrql();
await withApollo();

async function withUrql() {
  let session;
  const client = new Client({
    url,
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({ headers: session ? { authorization: `Bearer ${session.token}` } : {} }),
  });
  const made = await client.mutation(signUp, { input: account }).toPromise();
  assert.equal(made.error, undefined);
  session = made.data.signUp.session;
  assert.equal(session.user.name, account.name);
  const asked = await client.query(me, {}).toPromise();
  assert.deepEqual([asked.data.me.id, asked.data.me.timeZone], [session.user.id, account.timeZone]);
  const again = await client.query(me, {}, { requestPolicy: 'cache-only' }).toPromise();
  assert.deepEqual(again.data, asked.data);
  const refused = await client.query(wrong, {}).toPromise();
  assert.match(refused.error.graphQLErrors[0].message, /Cannot query field "nope"/);
  const twice = await client.mutation(signUp, { input: account }).toPromise();
  assert.ok(twice.data.signUp.errors.length > 0);
  console.log('urql: mutation, query, cache, request error, typed error');
  return session.token;
}

async function withApollo() {
  const link = new HttpLink({ uri: url, headers: { authorization: `Bearer ${token}` } });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const asked = await client.query({ query: gql(me) });
  assert.equal(asked.data.me.name, account.name);
  assert.equal(client.cache.extract()[`User:${asked.data.me.id}`].timeZone, account.timeZone);
  const { password } = account;
  const signed = await client.mutate({ mutation: gql(signIn), variables: { input: { name: account.name, password } } });
  assert.equal(signed.data.signIn.session.user.id, asked.data.me.id);
  await assert.rejects(client.query({ query: gql(wrong) }), /Cannot query field "nope"/);
  console.log('Apollo Client: query, normalized cache, mutation, request error');
}
