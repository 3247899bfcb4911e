// Compiles operations against an exported schema with the tools that clients use, and the result with tsc.
//   node compile.mjs SCHEMA.graphql FOLDER        FOLDER holds the operations (*.graphql); exit code 1 when a tool refuses
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, print } from 'graphql';
import relayCompiler from 'relay-compiler';

const [schemaFile, folder] = process.argv.slice(2);
const sdl = readFileSync(schemaFile, 'utf8');
const schema = parse(sdl);
const modules = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'node_modules');
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const all = files.map((name) => readFileSync(join(folder, name), 'utf8')).map((rawSDL, index) => ({ location: join(folder, files[index]), rawSDL, document: parse(rawSDL) }));
// Relay has directives of its own.
const documents = all.filter(({ location }) => !location.endsWith('.relay.graphql'));

const work = mkdtempSync(join(tmpdir(), 'personalify-clients-'));
try {
  symlinkSync(modules, join(work, 'node_modules'));
  await generateTypes();
  await generateClientPreset();
  run('tsc', join(modules, 'typescript', 'bin', 'tsc'), ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext', ...typescriptFiles()]);
  compileForRelay();
} finally {
  rmSync(work, { recursive: true });
}

/** Plain types of the schema, and of every operation. */
async function generateTypes() {
  const plain = await codegen({ schema, documents: [], filename: 'schema.ts', config: {}, plugins: [{ typescript: {} }], pluginMap: { typescript } });
  const used = await codegen({ schema, documents, filename: 'operations.ts', config: {}, plugins: [{ operations: {} }], pluginMap: { operations } });
  write('schema.ts', plain);
  write('operations.ts', used);
  console.log(`graphql-codegen: ${plain.split('\n').length} lines for the schema, ${used.split('\n').length} for ${documents.length} documents`);
}

/** What urql, Apollo Client and others take: typed documents. */
async function generateClientPreset() {
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'gql/',
    schema,
    schemaAst: buildSchema(sdl),
    documents,
    config: {},
    presetConfig: {},
    plugins: [],
    pluginMap: {},
    pluginContext: {},
  });
  for (const section of sections) write(section.filename, await codegen(section));
  console.log(`client preset: ${sections.length} files`);
}

/** relay-compiler wants one definition in a module, named after it, and no default where a variable is non-null. */
function compileForRelay() {
  const project = join(work, 'relay');
  mkdirSync(join(project, '__generated__'), { recursive: true });
  writeFileSync(join(project, 'schema.graphql'), sdl);
  for (const definition of all.flatMap(({ document }) => document.definitions)) writeModule(project, definition);
  const config = { src: '.', schema: 'schema.graphql', language: 'javascript', artifactDirectory: '__generated__', eagerEsModules: true };
  writeFileSync(join(project, 'relay.config.json'), JSON.stringify(config));
  run('relay-compiler', relayCompiler, [], project);
  console.log(`relay-compiler: ${readdirSync(join(project, '__generated__')).length} artefacts`);
}

function writeModule(project, definition) {
  const [module] = definition.name.value.split('_');
  const suffix = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[definition.operation];
  const variableDefinitions = definition.variableDefinitions?.map((one) => (one.type.kind === 'NonNullType' ? { ...one, defaultValue: undefined } : one));
  const named = suffix ? { ...definition, variableDefinitions, name: { ...definition.name, value: module + suffix } } : definition;
  writeFileSync(join(project, `${module}.js`), `import { graphql } from 'relay-runtime';\nexport default graphql\`\n${print(named)}\n\`;\n`);
}

function typescriptFiles() {
  return readdirSync(work, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('node_modules'))
    .map((name) => join(work, name));
}

function write(name, text) {
  const path = join(work, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(name, program, args, cwd = work) {
  try {
    execFileSync(program, args, { cwd, stdio: 'pipe', encoding: 'utf8' });
    console.log(`${name}: ok`);
  } catch (error) {
    console.log(`${name}: ${error.stdout}${error.stderr}`);
    process.exitCode = 1;
  }
}
