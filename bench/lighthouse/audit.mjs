// One run of Lighthouse: node audit.mjs PROGRAM-OF-CHROMIUM phone|desktop ADDRESS [COOKIE]. Prints its four scores, from 0 to 100, and what it
// found fault with.
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';

const [chromePath, form, address, cookie] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  const options = { port: chrome.port, output: 'json', logLevel: 'error', extraHeaders: cookie ? { Cookie: cookie } : undefined };
  const { lhr } = await audit(options, 3);
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  if (lhr.finalDisplayedUrl !== address) throw new Error(`${address} led to ${lhr.finalDisplayedUrl}: is the session one?`);
  const scores = Object.fromEntries(Object.values(lhr.categories).map(category => [category.id, Math.round(100 * category.score)]));
  console.log(JSON.stringify({ scores, faults: faultsOf(lhr) }));
} finally {
  await chrome.kill();
}

// On a busy machine the browser now and then misses the beginning of its own recording, and Lighthouse asks to be run again.
async function audit(options, attempts) {
  const result = await lighthouse(address, options, form === 'desktop' ? desktopConfig : undefined);
  return result.lhr.runtimeError?.code === 'NO_NAVSTART' && attempts > 1 ? audit(options, attempts - 1) : result;
}

function faultsOf({ categories, audits }) {
  const counted = Object.values(categories).flatMap(category => category.auditRefs).filter(audit => audit.weight > 0);
  return counted.map(audit => audits[audit.id]).filter(audit => audit.score !== null && audit.score < 0.9)
    .map(audit => [audit.id, audit.displayValue, audit.details?.items?.[0]?.node?.snippet].filter(Boolean).join(' '));
}
