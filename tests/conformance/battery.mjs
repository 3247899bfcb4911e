// The differential battery: one small schema (battery.graphql) with fixed resolvers, and documents at the edges of the specification.
// A server under test has to serve the same schema with resolvers that behave the same; see `resolvers`.
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';

const typeDefs = readFileSync(new URL('battery.graphql', import.meta.url), 'utf8');

/** Fields that are not named here (n, m, nn.y and so on) resolve to null. */
const resolvers = {
  Query: {
    f: (source, args) => JSON.stringify(args), // the coerced arguments; absent ones left out
    u: () => ({ __typename: 'Obj', x: null, z: 'zz' }), // null for a non-null field
    i: () => ({ __typename: 'Nope' }), // not a type
    list: () => [1, null, 3], // null in a list of non-null items
    nlist: () => [1, 'x', 3], // a value that is no Int
    big: () => 2147483648, // too large for Int
    fl: () => NaN,
    id: () => 12,
    nn: () => ({
      x: () => {
        throw new Error('boom');
      },
    }),
    err: () => Promise.reject(new Error('rej')),
  },
};

export function buildBatterySchema() {
  const schema = buildSchema(typeDefs);
  for (const [type, fields] of Object.entries(resolvers)) {
    for (const [name, resolve] of Object.entries(fields)) schema.getType(type).getFields()[name].resolve = resolve;
  }
  return schema;
}

const intVariable = 'query($v: Int) { f(a: $v) }';
const requiredInt = 'query($v: Int!) { f(a: $v) }';
const inputVariable = 'query($v: In) { f(i: $v) }';
const intList = 'query($v: [Int!]) { f(l: $v) }';

/** [query, variables, operationName]. Variables given as a string are sent as that JSON text. */
export const probes = [
  // variables and defaults
  ['{ f }'],
  ['{ f(a: null) }'],
  [intVariable, {}],
  [intVariable, { v: null }],
  ['query($v: Int = 5) { f(a: $v) }', {}],
  [requiredInt, {}],
  [requiredInt, { v: '1' }],
  [requiredInt, '{"v":1.0}'],
  [requiredInt, { v: 1.5 }],
  ['query($v: Int! = null) { f(a: $v) }'],
  ['query($v: Int = "x") { f(a: $v) }'],

  // enums, input objects, lists
  ['{ f(e: A) }'],
  ['{ f(e: "A") }'],
  ['query($v: E) { f(e: $v) }', { v: 'C' }],
  ['{ f(i: {a: 1}) }'],
  ['{ f(i: {b: "1"}) }'],
  [inputVariable, { v: { a: 1, zz: 2 } }],
  [inputVariable, { v: { b: 'q' } }],
  ['query($v: Int!) { f(i: {a: $v}) }', { v: 3 }],
  ['query($v: Int) { f(i: {a: $v}) }', { v: 3 }],
  ['{ f(l: 1) }'],
  [intList, { v: 1 }],
  [intList, { v: [1, null] }],
  ['query($v: Int) { f(l: [$v]) }', { v: 1 }],
  ['query($v: Int!) { f(l: [1, $v]) }', { v: 1 }],

  // scalars in
  ['{ f(id: 1) }'],
  ['{ f(id: "x") }'],
  ['{ f(id: 1.5) }'],
  ['query($v: ID) { f(id: $v) }', { v: 1 }],
  ['{ f(s: 1) }'],
  ['{ f(fl: 1) }'],
  ['{ f(fl: 1e400) }'],
  ['{ f(b: 1) }'],
  ['{ f(a: 2147483648) }'],

  // OneOf
  ['{ f(o: {a: 1}) }'],
  ['{ f(o: {}) }'],
  ['{ f(o: {a: 1, b: "x"}) }'],
  ['{ f(o: {a: null}) }'],
  ['query($v: Int) { f(o: {a: $v}) }', { v: 1 }],
  ['query($v: Int!) { f(o: {a: $v}) }', { v: 1 }],
  ['query($v: One) { f(o: $v) }', { v: { a: 1, b: 'x' } }],

  // completion and null propagation
  ['{ u { ... on Obj { x z } } }'],
  ['{ i { id } }'],
  ['{ list }'],
  ['{ nlist }'],
  ['{ big fl id }'],
  ['{ nn { x } }'],
  ['{ err n }'],
  ['{ a: err b: err nn { y { x } } }'],
  ['{ ... @include(if: false) { f } __typename }'],
  ['mutation { m }'],

  // validation
  ['{ nope }'],
  ['{ nn }'],
  ['{ f { x } }'],
  ['{ f f(a: 1) }'],
  ['{ n n: f }'],
  ['{ u { ... on Obj { z } ... on Obj2 { z } } }'],
  ['query A { f } query B { f }'],
  ['query A { f }', {}, 'X'],
  ['{ f } { f }'],
  ['{ ...F } fragment F on Query { ...F }'],
  ['fragment F on Query { f } { f }'],
  ['query($v: Nope) { f }'],
  ['query($v: Obj) { f }'],
  ['query($v: Int) { f }'],
  ['{ f(a: $v) }'],
  ['{ f @skip }'],
  ['{ f @skip(if: true) }'],
  ['{ f @foo }'],
  ['{ f @skip(if: true) @skip(if: false) }'],
  ['{ f(zz: 1) }'],
  ['{ f(a: 1, a: 2) }'],
  ['{ f(i: {a: 1, a: 2}) }'],
  ['{ f ... on Nope { f } }'],
  ['extend type Query { x: Int } { f }'],
  ['subscription { s t }'],
  ['subscription { __typename }'],
  ['subscription { s @skip(if: true) }'],

  // syntax
  ['{'],
  ['{ f(s: "\\u{1F600}") }'],
  ['{ f(s: "\\uD83D\\uDE00") }'],
  ['{ f(s: "\\uD83D") }'],
  ['{ f(s: """\n    a\n      b\n  c\n""") }'],
  ['"desc" query Q("v" $v: Int) { f(a: $v) }'],
  ['"desc" { f }'],
  ['{ f(a: 00) }'],
  ['{ f(a: 1a) }'],
  ['{ 8f }'],
  ['{ f(s: "a\nb") }'],

  // introspection
  ['{ __type(name: "In") { inputFields { name defaultValue } } }'],
  ['{ __schema { directives { name isRepeatable } } }'],
];
