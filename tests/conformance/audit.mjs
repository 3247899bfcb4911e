// The GraphQL-over-HTTP audits of npm graphql-http against a URL. Exit code 1 unless every one of them is ok.
//   node audit.mjs http://127.0.0.1:5081/graphql
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

const results = [];
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  try {
    results.push(await audit.fn());
  } catch (error) {
    results.push({ id: audit.id, name: audit.name, status: 'fatal', reason: String(error) });
  }
}

const count = {};
for (const { id, name, status, reason = '', response } of results) {
  const level = name.split(' ')[0]; // MUST, SHOULD or MAY
  count[`${level} ${status}`] = (count[`${level} ${status}`] ?? 0) + 1;
  console.log(status.padEnd(7), id, name, reason, response?.status ?? '');
}
console.log(`${results.length} audits:`, count);
process.exit(results.every(({ status }) => status === 'ok') ? 0 : 1);
