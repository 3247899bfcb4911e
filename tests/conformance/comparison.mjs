// Compares what graphql-js and a server say of the same document.
// Compared: the rules that are broken and where; whether there is data; `data` with its key order; the path and locations of every
// error; the printed document. Not compared: message texts, the order of errors, and errors below a position that is null
// (graphql-js 17 drops them, the specification allows both).

/** graphql-js gives a rule of two halves one name. */
const RULE_NAMES = new Map([
  ['KnownDirectiveArgumentNamesRule', 'KnownArgumentNamesRule'],
  ['KnownArgumentNamesOnDirectivesRule', 'KnownArgumentNamesRule'],
  ['ProvidedRequiredDirectiveArgumentsRule', 'ProvidedRequiredArgumentsRule'],
  ['ProvidedRequiredArgumentsOnDirectivesRule', 'ProvidedRequiredArgumentsRule'],
]);

/** What either side may have beyond the specification. */
const COMMON_DIRECTIVES = ['deprecated', 'include', 'oneOf', 'skip', 'specifiedBy'];

/** The differences as lines; none when both sides say the same. */
export function compare(expected, actual) {
  if (actual.unreadable) return [`not JSON: ${actual.unreadable}`];
  const differences = [];
  const differ = (what, a, b) => {
    if (a !== b) differences.push(`${what}: expected ${a}, got ${b}`);
  };
  differ('broken rules', failures(expected), failures(actual));
  differ('printed', expected.printed, actual.printed);
  differ('is a valid schema', expected.isValid, actual.isValid);
  differ('schema', expected.schema, withoutApplied(actual.schema));
  if (!expected.answer || !actual.answer) return differences;
  differ('has data', 'data' in expected.answer, 'data' in actual.answer);
  differ('data', canonicalData(expected.answer.data), canonicalData(actual.answer.data));
  differ('errors', errorPlaces(expected.answer), errorPlaces(actual.answer));
  return differences;
}

/** graphql-js does not print the directives that a schema applies; we do. */
const withoutApplied = (sdl) => sdl?.replace(/(?<!directive) @(?!deprecated|specifiedBy|oneOf)\w+(\([^)]*\))?/g, '');

const failures = ({ failures: lines }) => lines.map((line) => line.replace(/^\w+/, (rule) => RULE_NAMES.get(rule) ?? rule)).sort().join('; ');

/** `data` as text with its key order; the JSON text that echoing fields return is compared without key order. */
export function canonicalData(data) {
  return JSON.stringify(data, (key, value) => {
    if (key === 'locations' && Array.isArray(value)) return value.filter((location) => location !== 'DIRECTIVE_DEFINITION');
    if (key === 'directives' && Array.isArray(value)) return sortByName(value.filter(({ name }) => COMMON_DIRECTIVES.includes(name)));
    if (key === 'types' && Array.isArray(value)) return sortByName(value.filter(({ name }) => !name?.startsWith('__')));
    return typeof value === 'string' && value.startsWith('{') ? echoed(value) : value;
  });
}

function echoed(text) {
  try {
    return sortKeys(JSON.parse(text));
  } catch {
    return text;
  }
}

const sortByName = (items) => items.sort((a, b) => (a.name < b.name ? -1 : 1));

function sortKeys(value) {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  );
}

/** One line per error: its path and locations. Errors below a nulled position count once, as that position. */
export function errorPlaces({ data, errors = [] }) {
  const lines = errors.map(({ path: reported, locations }) => {
    const path = reported ?? [];
    const position = data === undefined ? path : nullPosition(data, path);
    const propagated = position.length < path.length;
    return propagated ? `null at ${JSON.stringify(position)}` : JSON.stringify({ path, locations });
  });
  return [...new Set(lines)].sort().join(' ');
}

/** The path, cut where the response becomes null. */
function nullPosition(data, path) {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null) return path.slice(0, depth);
    value = value?.[key];
  }
  return path;
}
