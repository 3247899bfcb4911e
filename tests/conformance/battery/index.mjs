// The written documents, by chapter of the specification: [query, variables, operationName]. Variables given as a string are
// sent as that JSON text. `schemas` are type system documents.
import { execution } from './execution.mjs';
import { input } from './input.mjs';
import { introspection } from './introspection.mjs';
import { language } from './language.mjs';
import { validation } from './validation.mjs';

export { schemas } from './type-system.mjs';

export const probes = [...language, ...input, ...execution, ...validation, ...introspection].map((one) => (typeof one === 'string' ? [one] : one));
