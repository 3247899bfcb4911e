// node sum-tests.mjs FOLDER STATUS: sums up the trx files of a run, with the names of the tests that failed and what they said,
// and ends with the run's exit code, or with 1 when a test failed or none ran at all.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, status] = process.argv.slice(2)
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.trx')) : []
const results = files.flatMap(name =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/<UnitTestResult\s[^>]*?(?:\/>|>[\s\S]*?<\/UnitTestResult>)/g)].map(match => match[0]))

const attribute = (result, name) => decode(new RegExp(`^<[^>]*?\\b${name}="([^"]*)"`).exec(result)?.[1] ?? '')
const decode = text => text
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
const message = result => decode(/<Message>([\s\S]*?)<\/Message>/.exec(result)?.[1] ?? '').trim().slice(0, 600)

const outcome = result => attribute(result, 'outcome')
const passed = results.filter(result => outcome(result) === 'Passed').length
const skipped = results.filter(result => outcome(result) === 'NotExecuted').length
const failed = results.filter(result => !['Passed', 'NotExecuted'].includes(outcome(result)))

console.log()
for (const result of failed) console.log(`Failed: ${attribute(result, 'testName')}\n  ${message(result).replaceAll('\n', '\n  ')}\n`)
if (passed === 0) console.log('No test passed: the run itself has failed.')
console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`)
process.exitCode = Number(status) || (failed.length > 0 || passed === 0 ? 1 : 0)
