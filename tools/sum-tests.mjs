// node sum-tests.mjs FOLDER STATUS: sums up the trx files of a run and ends with the run's exit code,
// or with 1 when a test failed or none ran at all.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, status] = process.argv.slice(2)
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.trx')) : []
const outcomes = files.flatMap(name =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/<UnitTestResult\s[^>]*?\boutcome="(\w+)"/g)].map(match => match[1]))

const passed = outcomes.filter(outcome => outcome === 'Passed').length
const skipped = outcomes.filter(outcome => outcome === 'NotExecuted').length
const failed = outcomes.length - passed - skipped

console.log()
if (passed === 0) console.log('No test passed: the run itself has failed.')
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = Number(status) || (failed > 0 || passed === 0 ? 1 : 0)
