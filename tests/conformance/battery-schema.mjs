// The battery's schema for graphql-js: battery.graphql with resolvers by its directives, as its first lines explain.
import { readFileSync } from 'node:fs';
import { GraphQLError, buildSchema, getDirectiveValues, isInterfaceType, isObjectType } from 'graphql';

export const sdl = readFileSync(new URL('battery.graphql', import.meta.url), 'utf8');

/** With what another file adds to it. */
export function buildBatterySchema(more) {
  const schema = buildSchema(more ? sdl + readFileSync(new URL(more, import.meta.url), 'utf8') : sdl);
  const directive = (name, node) => node && getDirectiveValues(schema.getDirective(name), node);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.astNode) continue;
    const recognized = directive('recognizes', type.astNode);
    if (recognized) type.isTypeOf = recognizer(recognized);
    for (const field of Object.values(type.getFields())) {
      const behaviour = (name) => directive(name, field.astNode);
      field.resolve = resolver(behaviour);
    }
  }
  return schema;
}

function resolver(behaviour) {
  if (behaviour('echoes')) return (source, args) => JSON.stringify(args);
  const adds = behaviour('adds');
  if (adds) return (source, args, context) => when(adds.later, () => ({ value: (context.sum += args.n ?? 1) }));
  const sums = behaviour('sums');
  if (sums) return (source, args, context) => when(sums.later, () => context.sum);
  const answers = behaviour('answers');
  if (!answers) return undefined;
  return () =>
    when(answers.later, () => {
      if (answers.error) throw new GraphQLError(answers.error);
      return value(answers.with);
    });
}

const when = (isLater, answer) => (isLater ? Promise.resolve().then(answer) : answer());

const recognizer = ({ by, later }) => (object) =>
  when(later, () => {
    if (object[by] === null) throw new GraphQLError('nobody can tell');
    return object[by] === true;
  });

/** A literal's value with its special names replaced. graphql-js takes an error that it finds among data for a failure. */
function value(literal) {
  if (literal === 'FAILS') return new GraphQLError('boom');
  if (literal === 'NAN') return NaN;
  if (Array.isArray(literal)) return literal.map(value);
  if (literal === null || typeof literal !== 'object') return literal;
  return Object.fromEntries(Object.entries(literal).map(([key, entry]) => [key, value(entry)]));
}
