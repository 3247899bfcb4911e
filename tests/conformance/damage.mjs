// Damages a document once or twice: in its tree, so that a single rule is broken, or in its text.
import { Kind, parse, parseType, parseValue, print, visit } from 'graphql';

export function damage(schema, random, query) {
  let text = query;
  for (let times = random.chance(0.7) ? 1 : 2; times > 0; times--) text = random.chance(0.75) ? damageTree(schema, random, text) : damageText(random, text);
  return text;
}

const PIECES = ['{', '}', '(', ')', '[', ']', ':', '=', '!', '|', '&', '@', '$', '...', '..', '"', '"""', '\\', '#', "'", '\u0007', '\ufeff', ',', '\r\n', 'é', '00', '1a', '1.', '1e', '-', '.5', 'on', 'null', 'fragment', 'query', 'extend', '"\\u{110000}"', '"\\uD800"', '"\\x"', '"a\nb"'];
const TOKEN = /"""[^]*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[\w.-]+|[^\s\w]/g;

function damageText(random, text) {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({ token, start: index, end: index + token.length }));
  if (!tokens.length) return text;
  const { token, start, end } = random.pick(tokens);
  const replace = (piece) => text.slice(0, start) + piece + text.slice(end);
  return random.weighted([
    [3, () => replace('')],
    [2, () => replace(`${token} ${token}`)],
    [2, () => replace(random.pick(tokens).token)],
    [3, () => replace(random.pick(PIECES))],
    [1, () => text.slice(0, start) + random.pick(PIECES) + text.slice(start)],
    [0.5, () => text.slice(0, start)],
    [0.5, () => text.slice(0, random.between(0, text.length))],
  ]);
}

/** Changes one node. A document that damaged text made unreadable stays as it is. */
function damageTree(schema, random, text) {
  let document;
  try {
    document = parse(text);
  } catch {
    return text;
  }
  const places = [];
  visit(document, {
    enter(node) {
      for (const change of CHANGES[node.kind] ?? []) places.push({ node, change });
    },
  });
  // Every change is as likely as another, however often its kind of node stands in the document.
  const change = random.pick([...new Set(places.map((place) => place.change))]);
  const { node } = random.pick(places.filter((place) => place.change === change));
  const changed = change(node, random, schema);
  return print(visit(document, { enter: (one) => (one === node ? changed : undefined) }));
}

const named = (value) => ({ kind: Kind.NAME, value });
const only = (...selections) => ({ kind: Kind.SELECTION_SET, selections });
const field = (name) => ({ kind: Kind.FIELD, name: named(name) });
const spread = (name) => ({ kind: Kind.FRAGMENT_SPREAD, name: named(name) });
const directive = (text) => parse(`{ a ${text} }`).definitions[0].selectionSet.selections[0].directives[0];
const definitions = (text) => parse(text).definitions;

const typeName = (random, schema) => (random.chance(0.2) ? 'Unknown' : random.pick(Object.keys(schema.getTypeMap())));
const fieldName = (random, schema) => {
  const type = random.pick(Object.values(schema.getTypeMap()).filter((one) => one.getFields));
  return random.pick([...Object.keys(type.getFields()), '__typename', 'unknown', '__schema']);
};
const literal = (random) =>
  parseValue(random.pick(['1', '1.5', '"x"', 'true', 'null', 'NAME', 'SMALL', '[]', '[1, "x", null]', '[[1]]', '{}', '{a: 1}', '{a: 1, a: 2}', '{size: SMALL, id: 1}', '{unknown: 1}', '$v0', '$undefined', '[$v0]', '{a: $v0}', '{not: {range: {min: null}}}', '2147483648', '-0', '1e3']));
const type = (random, schema) => {
  const inner = random.chance(0.5) ? random.pick(['Int', 'String', 'Boolean', 'ID', 'Float', 'Filter', 'One', 'Choice', 'Size']) : typeName(random, schema);
  return parseType(random.pick([inner, `${inner}!`, `[${inner}]`, `[${inner}!]!`]));
};
const withDirective = (node, random) => ({
  ...node,
  directives: [
    ...(node.directives ?? []),
    ...random
      .pick([['@unknown'], ['@note(unknown: 1)'], ['@mark'], ['@mark(as: SMALL)'], ['@mark(as: 1, with: {min: "x"})'], ['@deprecated'], ['@skip(if: true)', '@skip(if: false)'], ['@include'], ['@include(if: "yes")'], ['@note', '@note(level: 2)'], ['@skip(if: $undefined)']])
      .map(directive),
  ],
});
const twice = (random, items) => (items?.length ? [...items, random.pick(items)] : items);
const drop = (random, items) => {
  if (!items?.length) return items;
  const dropped = random.pick(items);
  return items.filter((item) => item !== dropped);
};

/** By kind of node: what may be done to one. */
const CHANGES = {
  [Kind.DOCUMENT]: [
    (node, random) => ({ ...node, definitions: twice(random, node.definitions) }),
    (node, random) => ({ ...node, definitions: node.definitions.length > 1 ? drop(random, node.definitions) : node.definitions }),
    (node, random, schema) => ({
      ...node,
      definitions: [
        ...node.definitions,
        ...definitions(
          random.pick(['{ __typename }', 'query Operation { n }', 'fragment Unused on Query { n }', `fragment F0 on ${typeName(random, schema)} { ...F0 }`, 'fragment F1 on Human { home { ...F2 } } fragment F2 on Home { owner { ...F1 } }', 'type Extra { a: Int }', 'extend type Query { a: Int }', 'directive @extra on FIELD', 'subscription { s t }']),
        ),
      ],
    }),
  ],
  [Kind.OPERATION_DEFINITION]: [
    (node, random) => ({ ...node, operation: random.pick(['query', 'mutation', 'subscription']) }),
    (node, random) => ({ ...node, variableDefinitions: twice(random, node.variableDefinitions) }),
    (node, random) => ({ ...node, variableDefinitions: drop(random, node.variableDefinitions) }),
    (node, random, schema) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), { kind: Kind.VARIABLE_DEFINITION, variable: { kind: Kind.VARIABLE, name: named('more') }, type: type(random, schema) }] }),
    withDirective,
  ],
  [Kind.VARIABLE_DEFINITION]: [
    (node, random, schema) => ({ ...node, type: type(random, schema) }),
    (node, random, schema) => ({ ...node, type: type(random, schema) }),
    (node, random) => ({ ...node, defaultValue: parseValue(random.pick(['1', '"x"', 'null', '[1]', '{a: 1}', 'SMALL'])) }),
    (node) => ({ ...node, defaultValue: undefined }),
    withDirective,
  ],
  [Kind.SELECTION_SET]: [
    (node, random) => ({ ...node, selections: twice(random, node.selections) }),
    (node, random, schema) => ({ ...node, selections: [...node.selections, field(fieldName(random, schema))] }),
    (node, random) => ({ ...node, selections: [...node.selections, spread(random.pick(['F0', 'F1', 'Unknown']))] }),
    // Two fields with one response name.
    (node) => {
      const [first, second] = node.selections.filter(({ kind }) => kind === Kind.FIELD);
      return second ? { ...node, selections: node.selections.map((one) => (one === second ? { ...one, alias: first.alias ?? first.name } : one)) } : node;
    },
    (node) => {
      const fields = node.selections.filter(({ kind }) => kind === Kind.FIELD);
      return { ...node, selections: fields.length ? fields.map((one) => ({ ...one, alias: named('same') })) : node.selections };
    },
  ],
  [Kind.FIELD]: [
    (node, random, schema) => ({ ...node, name: named(fieldName(random, schema)) }),
    (node) => ({ ...node, alias: undefined }),
    (node) => ({ ...node, selectionSet: node.selectionSet ? undefined : only(field('id')) }),
    (node, random) => ({ ...node, arguments: drop(random, node.arguments) }),
    (node, random) => ({ ...node, arguments: twice(random, node.arguments) }),
    (node) => ({ ...node, arguments: [...(node.arguments ?? []), { kind: Kind.ARGUMENT, name: named('unknown'), value: parseValue('1') }] }),
    withDirective,
  ],
  [Kind.ARGUMENT]: [
    (node, random) => ({ ...node, value: literal(random) }),
    (node, random) => ({ ...node, value: literal(random) }),
    (node, random) => ({ ...node, name: named(random.pick(['a', 'i', 'filter', 'if', 'unknown'])) }),
  ],
  [Kind.OBJECT]: [
    (node, random) => ({ ...node, fields: drop(random, node.fields) }),
    (node, random) => ({ ...node, fields: twice(random, node.fields) }),
    (node, random) => ({ ...node, fields: [...node.fields, { kind: Kind.OBJECT_FIELD, name: named(random.pick(['unknown', 'a', 'size', 'range'])), value: literal(random) }] }),
  ],
  [Kind.OBJECT_FIELD]: [(node, random) => ({ ...node, value: literal(random) })],
  [Kind.LIST]: [(node, random) => ({ ...node, values: [...node.values, literal(random)] })],
  [Kind.VARIABLE]: [(node, random) => ({ ...node, name: named(random.pick(['v0', 'v1', 'undefined'])) })],
  [Kind.INLINE_FRAGMENT]: [
    (node, random, schema) => ({ ...node, typeCondition: { kind: Kind.NAMED_TYPE, name: named(typeName(random, schema)) } }),
    (node) => ({ ...node, typeCondition: undefined }),
    withDirective,
  ],
  [Kind.FRAGMENT_SPREAD]: [(node, random) => spread(random.pick(['F0', 'F1', 'F2', 'Unknown'])), withDirective],
  [Kind.FRAGMENT_DEFINITION]: [
    (node, random, schema) => ({ ...node, typeCondition: { kind: Kind.NAMED_TYPE, name: named(typeName(random, schema)) } }),
    (node) => ({ ...node, selectionSet: only(...node.selectionSet.selections, spread(node.name.value)) }),
    (node, random) => ({ ...node, name: named(random.pick(['F0', 'F1', 'Other'])) }),
    withDirective,
  ],
};
