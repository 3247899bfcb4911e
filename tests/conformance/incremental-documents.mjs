// Puts @defer and @stream into a valid document, by a seed: around some of what is selected, beside what is selected already (so that the
// same fields are asked for more than once), and on lists.
import { Kind, TypeInfo, getNullableType, isListType, parse, print, visit, visitWithTypeInfo } from 'graphql';
import { Random } from './random.mjs';

export function defer(schema, query, seed) {
  const random = new Random(seed ^ 0x5bd1e995);
  const types = new TypeInfo(schema);
  const document = visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field: {
        leave(node) {
          const type = types.getFieldDef()?.type;
          if (!type || !isListType(getNullableType(type)) || !random.chance(0.3)) return undefined;
          return { ...node, directives: [...(node.directives ?? []), directive('stream', [argument('initialCount', Kind.INT, String(random.between(0, 2)))])] };
        },
      },
      SelectionSet: {
        leave(node, key, parent) {
          const isRoot = parent.kind === Kind.OPERATION_DEFINITION && parent.operation !== 'query';
          return isRoot || !random.chance(0.4) ? undefined : { ...node, selections: split(random, node.selections) };
        },
      },
    }),
  );
  return print(label(document));
}

/** Some selections come later, in one fragment or two, and some of those come at once as well. */
function split(random, selections) {
  const fragments = Array.from({ length: random.between(1, 2) }, () => selections.filter(() => random.chance(0.6))).filter(({ length }) => length > 0);
  const stays = selections.filter((selection) => random.chance(0.5) || !fragments.some((fragment) => fragment.includes(selection)));
  return [...stays, ...fragments.map((fragment) => inline(fragment))];
}

const inline = (selections) => ({
  kind: Kind.INLINE_FRAGMENT,
  directives: [directive('defer', [])],
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});

const directive = (name, args) => ({ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name }, arguments: args });

const argument = (name, kind, value) => ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: { kind, value } });

/** Each directive has a label of its own, so that parts at one path can be told apart. */
function label(document) {
  let next = 0;
  return visit(document, {
    Directive: (node) =>
      node.name.value === 'defer' || node.name.value === 'stream'
        ? { ...node, arguments: [...(node.arguments ?? []), argument('label', Kind.STRING, `l${next++}`)] }
        : undefined,
  });
}
