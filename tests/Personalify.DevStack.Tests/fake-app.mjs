// node fake-app.mjs PORT [fail | crash | deaf]: answers every page, and has one bad habit by request.
import { createServer } from 'node:http'

const [port, behaviour] = process.argv.slice(2)
if (behaviour === 'fail') {
  console.error('the configuration is wrong')
  process.exit(7)
}
if (behaviour === 'deaf') process.on('SIGINT', () => console.log('I heard SIGINT and stay'))

createServer((request, response) => {
  response.end(process.env.GREETING ?? 'hello')
  if (behaviour === 'crash' && request.url === '/crash') {
    console.error('this is the end')
    process.exit(8)
  }
}).listen(Number(port), '127.0.0.1')
