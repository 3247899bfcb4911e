// Asks graphql-js and our engine for answers in parts: generated documents with @defer and @stream put in by a seed.
//   node incremental.mjs URL --seed 1 --count 2000
// URL takes many documents at once and answers each with the list of its results. Exit code 1 on a difference.
// Compared: accepted or refused, and where; the parts put together, as data without key order; what was pending, by path and label; what of it has failed; the places of
// all other errors. Where nothing has failed, the parts put together must also be what graphql-js answers without the directives.
// When a part comes is a matter of time and not compared; and so is, where fields belong to several fragments, whether the client is still
// told of one whose fields have come with another. That ours keep the format's rules is checked for each.
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { execute, experimentalExecuteIncrementally, parse, print, specifiedRules, validate, visit } from 'graphql';
import { buildBatterySchema } from './battery-schema.mjs';
import { generateWholeCase } from './generator.mjs';
import { defer } from './incremental-documents.mjs';
import { normal, putTogether } from './incremental-results.mjs';

const BATCH = 100;
const MAX_SHOWN = 10;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '2000' } },
});
const [url] = positionals;
const schema = buildBatterySchema('incremental.graphql');
const plainSchema = buildBatterySchema();
const count = { same: 0, different: 0, invalid: 0, inParts: 0, withFailures: 0 };

const [seed, total] = [Number(values.seed), Number(values.count)];
console.log(`${total} documents in parts, seed ${seed}`);
for (let start = 0; start < total; start += BATCH) {
  const batch = [];
  for (let index = start; index < Math.min(start + BATCH, total); index++) batch.push(document(seed * 1_000_003 + index));
  const [answers, wanted] = await Promise.all([ask(batch), Promise.all(batch.map(expected))]);
  for (const [index, one] of batch.entries()) report(one, wanted[index], answers[index]);
}
console.log(count);
process.exitCode = count.different || count.inParts < total / 8 ? 1 : 0;

/** A subscription is no answer in parts: the directives must be refused there, and for nothing else is it asked here. */
function document(seed) {
  const one = generateWholeCase(schema, seed);
  const query = defer(schema, one.query, seed);
  const isAnswered = validate(schema, parse(query), specifiedRules).length > 0 || !/^subscription/.test(query);
  return { ...one, seed, query: isAnswered ? query : '{ __typename ... @defer { id } }', ...(isAnswered ? {} : { variablesText: '{}', operationName: undefined }) };
}

async function expected({ query, variablesText = '{}', operationName }) {
  const invalid = validate(schema, parse(query), specifiedRules);
  if (invalid.length) return { invalid: places(invalid) };
  const request = { schema, variableValues: JSON.parse(variablesText), operationName };
  const result = await experimentalExecuteIncrementally({ ...request, document: parse(query), contextValue: { sum: 0 } });
  const whole = await execute({ ...request, schema: plainSchema, document: withoutDirectives(parse(query)), contextValue: { sum: 0 } });
  if (!('initialResult' in result)) return { results: [plain(result)], whole: plain(whole) };
  const results = [plain(result.initialResult)];
  for await (const later of result.subsequentResults) results.push(plain(later));
  return { results, whole: plain(whole) };
}

function places(errors = []) {
  return errors.map(({ locations }) => JSON.stringify(locations)).sort();
}

function withoutDirectives(document) {
  return visit(document, { Directive: ({ name }) => (name.value === 'defer' || name.value === 'stream' ? null : undefined) });
}

function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

async function ask(batch) {
  const requests = batch.map(({ query, variablesText = '{}', operationName }) => {
    const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
    return `{"query":${JSON.stringify(query)},"variables":${variablesText}${name}}`;
  });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `[${requests.join(',')}]` });
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 2000)}`);
  return response.json();
}

function report(one, wanted, actual) {
  const differences = wanted.invalid ? compareRefusal(wanted, actual) : compareAnswers(one, wanted, actual);
  if (!differences.length) return count.same++;
  if (count.different++ >= MAX_SHOWN) return;
  console.log(`DIFF (seed ${one.seed})  ${print(parse(one.query)).replaceAll(/\s+/g, ' ')}  ${one.variablesText ?? ''}`);
  for (const difference of differences) console.log(`      ${difference}`);
}

/** Both refuse the document, at the same places. */
function compareRefusal({ invalid }, [answer]) {
  count.invalid++;
  const ours = 'data' in answer ? 'accepted' : places(answer.errors);
  return isDeepStrictEqual(invalid, ours) ? [] : [`refused: expected ${invalid}, got ${ours}`];
}

function compareAnswers(one, { results, whole }, actual) {
  const differences = [];
  const [theirs, ours] = [putTogether(results), putTogether(actual)];
  if (actual.length > 1) count.inParts++;
  if (ours.failed.length) count.withFailures++;
  differences.push(...ours.violations);
  const untold = [...missing(theirs, ours), ...missing(ours, theirs)];
  if (untold.length) differences.push(`pending: expected ${theirs.pending}, got ${ours.pending}`);
  for (const what of ['data', 'failed', 'errors'])
    if (!isDeepStrictEqual(theirs[what], ours[what])) differences.push(`${what}: expected ${JSON.stringify(theirs[what])}, got ${JSON.stringify(ours[what])}`);
  if (!ours.failed.length && !whole.errors && !usesSum(one) && !isDeepStrictEqual(normal(whole.data), ours.data))
    differences.push(`whole: expected ${JSON.stringify(whole.data)}, got ${JSON.stringify(ours.data)}`);
  return differences;
}

/** What brought something on one side and was never pending on the other. */
function missing(one, other) {
  return one.pending.filter((name) => !other.pending.includes(name) && !one.silent.includes(name));
}

/** The sum of a mutation is another when it is asked for later. */
function usesSum({ query }) {
  return parse(query).definitions.some((definition) => definition.operation === 'mutation');
}
