// What of a schema breaks documents that were written for another one, as graphql-js finds it.
//   node breaking.mjs released.graphql now.graphql        one line for each change: its coordinate, a tab, a sentence
import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';

const [released, now] = process.argv.slice(2).map((file) => buildSchema(readFileSync(file, 'utf8')));
for (const { type, description } of findBreakingChanges(released, now)) console.log(`${coordinateIn(description)}\t${type}: ${description}`);

// The first coordinate of a sentence: Type.field, Type.field(argument:) or a type alone.
function coordinateIn(description) {
  return (description.match(/\w+\.\w+(\(\w+:\))?/) ?? description.match(/@?\w+/))[0];
}
