// Keeps one page for when the server cannot be reached, with its styles. Nothing personal is ever kept: every other page comes from the
// server.

// The page is kept in the language in which the others are read; a new one brings a new worker.
const kept = `personalify-offline-1-${new URL(location.href).searchParams.get('language')}`;
const offline = '/offline';

async function keep() {
  const cache = await caches.open(kept);
  const page = await fetch(offline, { cache: 'reload' });
  const styles = [...(await page.clone().text()).matchAll(/href="([^"]+\.(?:css|svg))"/g)].map(match => match[1]);
  await cache.addAll(styles);
  await cache.put(offline, page);
}

async function forget() {
  for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
}

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(forget()));
self.addEventListener('fetch', event => {
  const { mode, method, destination } = event.request;
  if (mode === 'navigate' && method === 'GET') {
    event.respondWith(fetch(event.request).catch(() => caches.match(offline)));
  } else if (destination === 'style' || destination === 'image') {
    event.respondWith(fetch(event.request).catch(async () => await caches.match(event.request) ?? Response.error()));
  }
});
