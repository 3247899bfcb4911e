// Asks a server for its schema in both ways that there are, introspection and SDL, reads both with graphql-js and compares.
//   node introspection.mjs http://127.0.0.1:5081/graphql        exit code 1 on a difference
import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema, validateSchema } from 'graphql';

const url = process.argv[2];
const query = getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });

const introspected = buildClientSchema(await introspect());
const exported = buildSchema(await (await fetch(`${url}?sdl`)).text());
const errors = [...validateSchema(introspected), ...validateSchema(exported)];
const [fromIntrospection, fromSdl] = [introspected, exported].map((schema) => printSchema(schema).split('\n'));

const line = fromSdl.findIndex((text, index) => text !== fromIntrospection[index]);
if (errors.length) console.log(errors.join('\n'));
else if (line >= 0 || fromSdl.length !== fromIntrospection.length)
  console.log(`Different from line ${line + 1}.\nSDL:           ${fromSdl.slice(line, line + 3).join('\n')}\nintrospection: ${fromIntrospection.slice(line, line + 3).join('\n')}`);
else console.log(`${fromSdl.length} lines, ${Object.keys(exported.getTypeMap()).length} types: the same`);
process.exitCode = errors.length || line >= 0 || fromSdl.length !== fromIntrospection.length ? 1 : 0;

async function introspect() {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors: refused } = await response.json();
  if (refused) throw new Error(JSON.stringify(refused));
  return data;
}
