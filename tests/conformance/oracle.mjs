// What graphql-js says of a document: which rules it breaks and where, or what it answers; and how it prints it.
import {
  GraphQLError,
  buildASTSchema,
  execute,
  isNonNullType,
  parse,
  print,
  printSchema,
  specifiedRules,
  typeFromAST,
  validate,
  validateSchema,
} from 'graphql';

// The parts that graphql-js does not export stand beside its entry point.
const inside = (path) => {
  const entry = import.meta.resolve('graphql');
  return import(new URL(path + entry.slice(entry.lastIndexOf('.')), entry));
};
const { validateSDL } = await inside('./validation/validate');
const { specifiedSDLRules } = await inside('./validation/specifiedRules');

/** graphql-js 17.1 forgets that a OneOf field needs a non-null variable where the OneOf type itself is non-null (5.8.5). */
const oneOfBehindNonNull = (context) => ({
  OperationDefinition: {
    leave(operation) {
      const definitions = new Map(operation.variableDefinitions?.map((definition) => [definition.variable.name.value, definition]));
      for (const { node, parentType } of context.getRecursiveVariableUsages(operation)) {
        const definition = definitions.get(node.name.value);
        const type = definition && typeFromAST(context.getSchema(), definition.type);
        if (type && !isNonNullType(type) && isNonNullType(parentType) && parentType.ofType.isOneOf)
          context.reportError(new GraphQLError('A variable of a OneOf field must be non-null.', { nodes: [definition, node] }));
      }
    },
  },
});
Object.defineProperty(oneOfBehindNonNull, 'name', { value: 'VariablesInAllowedPositionRule' });
const rules = [...specifiedRules, oneOfBehindNonNull];

/** A document to execute: { failures, printed, answer }. A valid subscription has no single answer. */
export async function askOracle(schema, { query, variablesText = '{}', operationName }) {
  const { document, failures, answer } = tryParse(query);
  if (!document) return { failures, answer };
  const printed = print(document);
  const broken = [];
  const errors = validate(schema, document, telling(rules, broken));
  if (errors.length) return { failures: broken, printed, answer: { errors: errors.map((error) => error.toJSON()) } };
  if (hasSubscription(document)) return { failures: [], printed };
  const variableValues = JSON.parse(variablesText);
  const result = await execute({ schema, document, variableValues, operationName, contextValue: { sum: 0 } });
  return { failures: [], printed, answer: JSON.parse(JSON.stringify(result)) };
}

/** A type system document: { failures, printed, isValid, schema }, the last one as graphql-js prints it when it is valid. */
export function askOracleForSchema(sdl) {
  const { document, failures } = tryParse(sdl);
  if (!document) return { failures, isValid: false };
  const printed = print(document);
  const broken = [];
  validateSDL(document, null, telling(specifiedSDLRules, broken));
  if (broken.length) return { failures: broken, printed, isValid: false };
  try {
    const schema = buildASTSchema(document);
    const isValid = validateSchema(schema).length === 0;
    return { failures: [], printed, isValid, schema: isValid ? printSchema(schema) : undefined };
  } catch {
    return { failures: [], printed, isValid: false };
  }
}

/** By the specification's grammar; left to itself graphql-js 17 takes selection sets that select nothing. */
function tryParse(text) {
  try {
    return { document: parse(text, { allowEmptySelectionSets: false }) };
  } catch (error) {
    return { failures: [`syntax ${places(error)}`], answer: { errors: [error.toJSON()] } };
  }
}

/** The same rules; what they report is also told with the rule's name. One walk finds what all of them find. */
function telling(rules, failures) {
  return rules.map((rule) => (context) => {
    const told = Object.create(context);
    told.reportError = (error) => {
      failures.push(`${rule.name} ${places(error)}`);
      context.reportError(error);
    };
    return rule(told);
  });
}

const places = ({ locations = [] }) => locations.map(({ line, column }) => `${line}:${column}`).join(' ');

const hasSubscription = (document) => document.definitions.some(({ operation }) => operation === 'subscription');
