// Composes a subgraph with Apollo's own library, alone or together with others.
//   node compose.mjs URL|FILE [OTHER.graphql …] [--field Type.field@subgraph …] [--directive Type.field@name …] [--fails CODE]
//   --field   a field that the whole graph must have, and the subgraph that resolves it: "own" or another one's file name
//   --directive  a directive that the whole graph must have kept on a field
//   --fails   composition must fail with this code
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { field: { type: 'string', multiple: true, default: [] }, directive: { type: 'string', multiple: true, default: [] }, fails: { type: 'string' } },
});
const [own, ...others] = positionals;
if (!own) {
  console.error('usage: node compose.mjs URL|FILE [OTHER.graphql …] [--field Type.field@subgraph …] [--directive Type.field@name …] [--fails CODE]');
  process.exit(2);
}

async function fetchSdl(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data._service.sdl;
}

const sdl = /^https?:/.test(own) ? await fetchSdl(own) : await readFile(own, 'utf8');
const services = [{ name: 'own', url: 'http://own', typeDefs: parse(sdl) }];
for (const file of others) services.push({ name: basename(file, '.graphql'), url: 'http://other', typeDefs: parse(await readFile(file, 'utf8')) });

const { errors = [], schema } = composeServices(services);
const codes = errors.map((error) => error.extensions?.code);
if (options.fails) {
  console.log(codes.includes(options.fails) ? `refused: ${options.fails}` : `not refused with ${options.fails}: ${codes.join(', ') || 'composed'}`);
  process.exit(codes.includes(options.fails) ? 0 : 1);
}
for (const error of errors) console.log(`${error.extensions?.code}: ${error.message}`);
if (errors.length > 0) process.exit(1);

/** The subgraphs that resolve a field, as the supergraph says by its join directives. */
function resolversOf(coordinate) {
  const [typeName, fieldName] = coordinate.split('.');
  const type = schema.type(typeName);
  const field = type?.field(fieldName);
  if (!field) return undefined;
  const all = field.appliedDirectivesOf('join__field').map((directive) => directive.arguments());
  const joined = all.filter((given) => !given.external && !given.usedOverridden);
  const names = joined.map((given) => given.graph).filter(Boolean);
  return all.length > 0 ? names : type.appliedDirectivesOf('join__type').map((directive) => directive.arguments().graph);
}

let missing = 0;
for (const expectation of options.field) {
  const [coordinate, subgraph] = expectation.split('@');
  const resolvers = resolversOf(coordinate);
  const kept = resolvers?.some((name) => name.toLowerCase() === subgraph.toLowerCase());
  if (!kept) missing++;
  console.log(`${kept ? 'ok   ' : 'FAIL '} ${expectation}${kept ? '' : `: ${resolvers ?? 'no such field'}`}`);
}
for (const expectation of options.directive) {
  const [coordinate, name] = expectation.split('@');
  const [typeName, fieldName] = coordinate.split('.');
  const kept = schema.directive(name) && schema.type(typeName)?.field(fieldName)?.appliedDirectivesOf(name).length > 0;
  if (!kept) missing++;
  console.log(`${kept ? 'ok   ' : 'FAIL '} ${expectation}`);
}
console.log(`${services.length} composed, ${options.field.length - missing} fields kept, ${missing} missing`);
process.exit(missing === 0 ? 0 : 1);
