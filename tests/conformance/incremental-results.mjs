// Puts the results of an answer in parts together as a client does, and says where they break the format's rules.
import { canonicalData, errorPlaces } from './comparison.mjs';

/**
 * { data, pending, failed, errors, silent, violations }: pending, failed and silent are sorted lines of path and label, errors their places.
 * Silent is what was pending and brought nothing, because its fields had come with another part.
 */
export function putTogether(results) {
  const [initial, ...later] = structuredClone(results);
  const answer = { data: initial.data, pending: [], failed: [], silent: [], violations: [] };
  const errors = [...(initial.errors ?? [])];
  const open = new Map();
  const known = new Set();
  const delivered = new Set();
  const wrong = (what) => answer.violations.push(what);
  if ('hasNext' in initial !== later.length > 0) wrong('hasNext of the initial result');
  announce(initial.pending ?? []);
  for (const [index, result] of later.entries()) {
    if ('data' in result || 'errors' in result) wrong('a later result has data or errors of its own');
    if (result.hasNext !== index < later.length - 1) wrong(`hasNext of result ${index + 1}`);
    announce(result.pending ?? []);
    for (const part of result.incremental ?? []) add(part);
    for (const { id, errors } of result.completed ?? []) complete(id, errors);
  }
  if (open.size) wrong(`never completed: ${[...open.values()].map(name)}`);
  for (const list of [answer.pending, answer.failed]) list.sort();
  return { ...answer, data: normal(answer.data), errors: errorPlaces({ data: answer.data, errors }) };

  function announce(pending) {
    for (const one of pending) {
      if (known.has(one.id)) wrong(`id ${one.id} twice`);
      known.add(one.id);
      open.set(one.id, one);
      answer.pending.push(name(one));
    }
  }

  function add({ id, subPath = [], data, items, errors: below = [] }) {
    const one = open.get(id);
    if (!one) return wrong(`something for ${id}, which is not pending`);
    const target = [...one.path, ...subPath].reduce((value, key) => value?.[key], answer.data);
    errors.push(...below);
    delivered.add(id);
    if (items) return Array.isArray(target) ? target.push(...items) : wrong(`items for ${name(one)}, which is no list`);
    if (typeof target !== 'object' || target === null) return wrong(`data for ${name(one)} ${subPath}, which is no object`);
    for (const [key, value] of Object.entries(data)) {
      if (key in target) wrong(`${key} of ${name(one)} twice`);
      target[key] = value;
    }
  }

  function complete(id, failure) {
    if (!open.has(id)) wrong(`${id} is completed and not pending`);
    else if (failure) answer.failed.push(name(open.get(id)));
    else if (!delivered.has(id)) answer.silent.push(name(open.get(id)));
    open.delete(id);
  }
}

const name = ({ path, label }) => `${JSON.stringify(path)} ${label}`;

/** The same whatever the order of keys, in the text of echoed arguments too. */
export const normal = (data) => (data === undefined ? undefined : JSON.parse(canonicalData(data)));
