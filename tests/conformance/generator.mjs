// Generates documents over a schema, with variables: most of them valid, and the same ones damaged (damage.mjs).
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';
import { damage } from './damage.mjs';
import { Random } from './random.mjs';

const MAX_DEPTH = 4;
const STRINGS = ['""', '"x"', '"two words"', '"\\u00e9\\n\\"\\\\"', '"😀"', '"""block\n  text"""', '"{"'];
const INTS = ['0', '1', '-1', '7', '2147483647', '-2147483648'];
const FLOATS = ['0.5', '-1.25', '3', '1e3', '2.5E-3', '0.0'];

/** `count` cases { query, variablesText, operationName, seed }. Each has a seed of its own, so that one can be made again alone. */
export function generateCases(schema, seed, count) {
  return Array.from({ length: count }, (_, index) => generateCase(schema, seed * 1_000_003 + index));
}

/** One that is not damaged. */
export function generateWholeCase(schema, seed) {
  return new DocumentGenerator(schema, new Random(seed)).generate();
}

export function generateCase(schema, seed) {
  const random = new Random(seed);
  const one = new DocumentGenerator(schema, random).generate();
  const query = random.chance(0.55) ? damage(schema, random, one.query) : one.query;
  return { ...one, query, seed };
}

class DocumentGenerator {
  constructor(schema, random) {
    this.schema = schema;
    this.random = random;
    this.composites = Object.values(schema.getTypeMap()).filter((type) => isCompositeType(type) && !type.name.startsWith('__'));
    this.fragments = [];
    this.variables = [];
    this.aliases = 0;
  }

  generate() {
    const { random, schema } = this;
    const kind = random.weighted([[16, () => 'query'], [3, () => 'mutation'], [1, () => 'subscription']]);
    const root = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind];
    const body = kind === 'subscription' ? `{ ${this.field(root, 2)} }` : this.selectionSet(root, MAX_DEPTH);
    const name = random.chance(0.5) ? ' Operation' : '';
    const directives = kind === 'subscription' ? '' : this.notes();
    const head = this.variables.length ? `(${this.variables.map(({ definition }) => definition).join(', ')})` : '';
    const operation = kind === 'query' && !name && !head && !directives && random.chance(0.5) ? body : `${kind}${name}${head}${directives} ${body}`;
    const parts = [operation, ...this.fragments.filter(({ text }) => text).map(({ text }) => text)];
    if (name && random.chance(0.05)) parts.push('query Other { __typename }');
    const operationName = name && random.chance(0.3) ? (random.chance(0.9) ? 'Operation' : 'Unknown') : undefined;
    return { query: parts.join(random.chance(0.5) ? ' ' : '\n'), variablesText: this.sentVariables(), operationName };
  }

  selectionSet(type, depth) {
    const selections = Array.from({ length: this.random.between(1, 4) }, () => this.selection(type, depth));
    return `{ ${selections.join(this.random.chance(0.8) ? ' ' : ',\n  ')} }`;
  }

  selection(type, depth) {
    const choices = [[1, () => `${this.random.chance(0.2) ? this.alias() : ''}__typename`]];
    if (!isUnionType(type)) choices.push([12, () => this.field(type, depth)]);
    if (depth > 0) choices.push([isUnionType(type) ? 6 : 2, () => this.inlineFragment(type, depth)]);
    if (depth > 0) choices.push([1.5, () => this.spread(type, depth)]);
    return this.random.weighted(choices);
  }

  field(type, depth) {
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const field = this.pickField(depth > 0 || !leaves.length ? all : leaves);
    const named = getNamedType(field.type);
    const given = this.arguments(field.args);
    const alias = given ? (this.random.chance(0.85) ? this.alias() : '') : this.random.chance(0.03) ? `${this.random.pick(['a', 'b', 'id'])}: ` : '';
    const below = isLeafType(named) ? '' : ` ${depth > 0 ? this.selectionSet(named, depth - 1) : '{ __typename }'}`;
    return `${alias}${field.name}${given}${this.directives()}${below}`;
  }

  /** Mostly one that may be null: a null that goes up to the root hides the rest of the document. */
  pickField(fields) {
    const field = this.random.pick(fields);
    return isNonNullType(field.type) && this.random.chance(0.5) ? this.random.pick(fields) : field;
  }

  alias() {
    return `x${this.aliases++}: `;
  }

  inlineFragment(type, depth) {
    const condition = this.random.chance(0.1) ? undefined : this.overlapping(type);
    return `...${condition ? ` on ${condition.name}` : ''}${this.directives()} ${this.selectionSet(condition ?? type, depth - 1)}`;
  }

  spread(type, depth) {
    const known = this.fragments.filter((fragment) => fragment.text && this.overlap(fragment.type, type));
    const fragment = known.length && this.random.chance(0.6) ? this.random.pick(known) : this.newFragment(this.overlapping(type), depth);
    return `...${fragment.name}${this.directives()}`;
  }

  /** A fragment can only be spread by what is written after it, so that none contains itself. */
  newFragment(type, depth) {
    const fragment = { name: `F${this.fragments.length}`, type };
    this.fragments.push(fragment);
    fragment.text = `fragment ${fragment.name} on ${type.name}${this.notes()} ${this.selectionSet(type, depth - 1)}`;
    return fragment;
  }

  overlapping(type) {
    return this.random.pick(this.composites.filter((other) => this.overlap(other, type)));
  }

  overlap(one, other) {
    const possible = (type) => (isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]);
    return possible(one).some((type) => possible(other).includes(type));
  }

  directives() {
    const { random } = this;
    if (random.chance(0.88)) return '';
    const condition = this.schema.getDirective('skip').args[0].type;
    return random.weighted([
      [4, () => ` @${random.pick(['skip', 'include'])}(if: ${this.value(condition, 0)})`],
      [1, () => ` @skip(if: ${this.value(condition, 0)}) @include(if: ${this.value(condition, 0)})`],
      [2, () => this.notes(1)],
    ]);
  }

  notes(probability = 0.05) {
    if (!this.random.chance(probability)) return '';
    const note = () => ` @note${this.arguments(this.schema.getDirective('note').args)}`;
    return note() + (this.random.chance(0.3) ? note() : '');
  }

  arguments(definitions, isConstant = false) {
    const given = definitions.filter((argument) => isRequiredArgument(argument) || this.random.chance(0.35));
    if (!given.length) return '';
    return `(${given.map((argument) => `${argument.name}: ${this.value(argument.type, 2, isConstant, (argument.default ?? argument.defaultValue) !== undefined)}`).join(', ')})`;
  }

  value(type, depth, isConstant = false, hasDefault = false) {
    if (!isConstant && this.random.chance(0.25)) return this.variable(type, hasDefault);
    if (isNonNullType(type)) return this.present(type.ofType, depth, isConstant);
    return this.random.chance(0.06) ? 'null' : this.present(type, depth, isConstant);
  }

  present(type, depth, isConstant) {
    const { random } = this;
    if (isListType(type)) {
      if (random.chance(0.15)) return this.present(isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType, depth, isConstant);
      return `[${Array.from({ length: random.between(0, 3) }, () => this.value(type.ofType, depth - 1, isConstant)).join(', ')}]`;
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) return `{${this.inputFields(type, depth, isConstant).join(', ')}}`;
    return this.scalar(type.name);
  }

  inputFields(type, depth, isConstant) {
    const { random } = this;
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const field = random.pick(depth > 0 ? fields : fields.filter((one) => isLeafType(getNamedType(one.type))));
      return [`${field.name}: ${this.present(field.type, depth - 1, isConstant)}`];
    }
    return fields
      .filter((field) => isRequiredInputField(field) || (depth > 0 && random.chance(0.3)))
      .map((field) => `${field.name}: ${this.value(field.type, depth - 1, isConstant)}`);
  }

  scalar(name) {
    const { random } = this;
    switch (name) {
      case 'Int':
        return random.pick(INTS);
      case 'Float':
        return random.pick(FLOATS);
      case 'Boolean':
        return random.pick(['true', 'false']);
      case 'ID':
        return random.pick(['1', '"id"', '"007"', '-12']);
      case 'Any':
        return random.pick(['1', '"any"', 'true', 'NAME', '[1, {a: null}]', '{a: 1.5, b: [X]}']);
      default:
        return random.pick(STRINGS);
    }
  }

  /** A variable of the type or, where that may be, of a looser or stricter one. */
  variable(type, hasDefault) {
    const { random } = this;
    const known = this.variables.filter((variable) => String(variable.type) === String(type));
    if (known.length && random.chance(0.4)) return `$${random.pick(known).name}`;
    let text = String(type);
    if (!isNonNullType(type) && random.chance(0.2)) text += '!';
    if (isNonNullType(type) && hasDefault && random.chance(0.3)) text = String(type.ofType);
    const name = `v${this.variables.length}`;
    const start = random.chance(0.25) ? ` = ${this.value(type, 1, true)}` : '';
    this.variables.push({ name, type, text, start, definition: `$${name}: ${text}${start}${this.random.chance(0.03) ? ' @note' : ''}` });
    return `$${name}`;
  }

  sentVariables() {
    const { random } = this;
    const sent = {};
    for (const { name, type, text, start } of this.variables) {
      const mayBeAbsent = start || !text.endsWith('!');
      if (random.chance(mayBeAbsent ? 0.3 : 0.03)) continue;
      sent[name] = this.json(type, 2);
    }
    if (random.chance(0.05)) sent.unknown = 1;
    return JSON.stringify(sent);
  }

  json(type, depth) {
    const { random } = this;
    if (random.chance(0.03)) return random.pick([null, 1.5, 'x', true, [], {}, [null], { a: 1 }, 2147483648]);
    if (isNonNullType(type)) return this.presentJson(type.ofType, depth);
    return random.chance(0.08) ? null : this.presentJson(type, depth);
  }

  presentJson(type, depth) {
    const { random } = this;
    if (isListType(type)) {
      if (random.chance(0.15)) return this.json(type.ofType, depth);
      return Array.from({ length: random.between(0, 3) }, () => this.json(type.ofType, depth - 1));
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) return this.jsonObject(type, depth);
    switch (type.name) {
      case 'Int':
        return random.pick([0, 1, -5, 2147483647]);
      case 'Float':
        return random.pick([0, 1.5, -2.25, 1e10]);
      case 'Boolean':
        return random.chance(0.5);
      case 'ID':
        return random.pick(['id', 12, '007', '']);
      default:
        return random.pick(['', 'x', 'é😀', '"quoted"\n']);
    }
  }

  jsonObject(type, depth) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf
      ? [this.random.pick(depth > 0 ? fields : fields.filter((one) => isLeafType(getNamedType(one.type))))]
      : fields.filter((field) => isRequiredInputField(field) || (depth > 0 && this.random.chance(0.3)));
    const entries = given.map((field) => [field.name, type.isOneOf ? this.presentJson(field.type, depth - 1) : this.json(field.type, depth - 1)]);
    if (this.random.chance(0.02)) entries.push(['unknown', 1]);
    return Object.fromEntries(entries);
  }
}
