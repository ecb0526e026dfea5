// Keeps what a reader has visited: pages come from the network first, assets (their names bear a digest)
// from the cache first. Search and open data are never kept. The build writes SITE in front of this.
"use strict";
const HOME = new URL("./", self.location).href;
const PREFIX = `${new URL(HOME).pathname} `;
const CORE = `${PREFIX}core ${SITE.version}`;
const PAGES = `${PREFIX}pages`;
const FILES = `${PREFIX}files`;
const MOST = { [PAGES]: 60, [FILES]: 120 };
const HEAVIEST = 500000;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  if (SITE.offline) {
    const wanted = SITE.core.map((name) => new Request(HOME + name, { cache: "no-cache" }));
    event.waitUntil(caches.open(CORE).then((cache) => cache.addAll(wanted)));
  }
});

self.addEventListener("activate", (event) => {
  event.waitUntil(SITE.offline ? begin() : end());
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (!SITE.offline || request.method !== "GET" || !request.url.startsWith(HOME)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (/^assets\/[^?]+\.(css|js|svg)$/.test(request.url.slice(HOME.length))) event.respondWith(asset(event));
  else if (request.destination === "image") event.respondWith(picture(event));
});

async function begin() {
  await forget((name) => ![CORE, PAGES, FILES].includes(name));
  await self.clients.claim();
  // The page that brought the worker along was loaded without it.
  const open = await self.clients.matchAll({ type: "window" });
  await Promise.all(
    open.filter((one) => one.url.startsWith(HOME)).map(async (one) => keep(PAGES, one.url, await fetch(one.url)))
  ).catch(() => {});
}

async function end() {
  await forget(() => true);
  await self.registration.unregister();
}

async function forget(fits) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && fits(name)).map((name) => caches.delete(name)));
}

async function page(event) {
  const address = plain(event.request.url);
  let answer;
  try {
    answer = await fetch(event.request);
    if (answer.status < 500) {
      event.waitUntil(keep(PAGES, address, answer.clone()));
      return answer;
    }
  } catch {
    // No connection.
  }
  const kept = (await caches.match(address, { cacheName: PAGES })) || answer;
  return kept || caches.match(`${HOME}${folder(address)}offline.html`, { cacheName: CORE });
}

async function asset(event) {
  const kept = (await caches.match(event.request, { cacheName: CORE })) || (await caches.match(event.request));
  return kept || fetched(event);
}

async function picture(event) {
  try {
    return await fetched(event);
  } catch (error) {
    const kept = await caches.match(event.request, { cacheName: FILES });
    if (kept) return kept;
    throw error;
  }
}

async function fetched(event) {
  const answer = await fetch(event.request);
  event.waitUntil(keep(FILES, event.request.url, answer.clone()));
  return answer;
}

// What is gone from the site goes from the cache too, so that a page that was withdrawn is not shown again.
async function keep(name, address, answer) {
  const cache = await caches.open(name);
  const size = Number(answer.headers.get("content-length"));
  const isPage = (answer.headers.get("content-type") || "").startsWith("text/html");
  if (answer.status === 404 || answer.status === 410) await cache.delete(plain(address));
  if (!answer.ok || answer.redirected || answer.type !== "basic" || size > HEAVIEST) return;
  if (isPage !== (name === PAGES)) return;
  await cache.put(plain(address), answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST[name])).map((one) => cache.delete(one)));
}

function plain(address) {
  return address.replace(/[?#].*/s, "");
}

function folder(address) {
  return SITE.languages.find((one) => address.startsWith(HOME + one)) || "";
}
