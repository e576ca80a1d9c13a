/// <reference lib="webworker" />
/**
 * The service worker: what opens without the studio. `scripts/build/generate-worker.ts` makes one file of it and `share-worker.ts`, so
 * they import nothing; `/service-worker.js` puts the build's name before it, so that each build has a worker of its own.
 *
 * It answers for three things alone: documents, the files of a build, and pictures' bytes. Everything else passes as if it
 * were not there, the whole API among it: there is no second copy of what the server knows.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
declare const buildName: string;

/** Of this build: documents as they were last seen, and the files that they name. */
const shellName = `atelier-shell-${buildName}`;
/** Thumbnails never change, and outlive a build. */
const thumbnailsName = "atelier-thumbnails";
const thumbnailsMax = 200;

const studio = "/";
const gallery = "/gallery";
/** Stands in for every screen that was not kept. */
const elsewhere = "/offline";

/** Who asks for a document that is there may wait this long for the network, as in a home network that was left. */
const documentMs = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepDocuments([studio, gallery, elsewhere]).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keep(event.data).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;

  if (request.mode === "navigate") event.respondWith(answerDocument(event, url));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(answerFile(request));
  else if (request.destination === "image") {
    const id = /^\/api\/images\/([^/]+)\/(?:320|640|original)$/.exec(url.pathname)?.[1];
    if (id) event.respondWith(answerPicture(request, id));
  }
});

self.addEventListener("push", (event) => {
  // As lib/push/summarize-press.ts writes it. Browsers take the right away from a worker that shows nothing.
  const { title = "Atelier", body = "", url = studio, tag = "" } = event.data?.json() ?? {};
  const options = { body, tag, data: { url }, icon: "/icon-192.png", badge: "/badge-96.png" };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(String(event.notification.data?.url ?? studio)));
});

/** Documents first: thumbnails that none of them names are seen by nobody. What cannot be had now is asked for the next time; a shell that a newer worker took away is not made anew. */
async function keep({ withPictures }: { withPictures: boolean }): Promise<void> {
  if (await caches.has(shellName)) await keepDocuments([studio, gallery]).catch(() => {});
  if (withPictures) await keepThumbnails();
}

/** In the window that is there, or in one of its own. */
async function show(url: string): Promise<void> {
  const [open] = await self.clients.matchAll({ type: "window" });
  if (!open) return void (await self.clients.openWindow(url));
  await open.navigate(url);
  await open.focus();
}

/** Of an old build nothing is left, and open pages are this worker's from now on. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("atelier-shell-") && name !== shellName);
  await Promise.all(old.map((name) => caches.delete(name)));
  // The request goes out while the worker is still being woken.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** The server's, always, while it answers: an old build, or what was true yesterday, is only for when it does not. */
async function answerDocument(event: FetchEvent, url: URL): Promise<Response> {
  const asked: Promise<Response> = event.preloadResponse.then(
    (preloaded: Response | undefined) => preloaded ?? fetch(event.request),
  );
  // Whatever the address asks of the studio, its document is the same.
  const path = url.pathname === studio ? studio : url.pathname + url.search;
  const kept = await caches.match(path, { cacheName: shellName }).catch(() => undefined);
  const standIn = kept ?? (await caches.match(elsewhere, { cacheName: shellName }));
  try {
    const response = await (kept ? within(documentMs, asked) : asked);
    // 502 to 504 is a proxy's word, for a studio that does not answer it.
    return response.status >= 502 && response.status <= 504 ? (standIn ?? response) : response;
  } catch (error) {
    if (standIn) return standIn;
    throw error;
  }
}

/** Their names tell their content: what is kept is what the server has. */
async function answerFile(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: shellName }).catch(() => undefined);
  if (kept) return kept;

  const response = await fetch(request);
  // In development nothing is.
  const isFixed = response.headers.get("cache-control")?.includes("immutable");
  if (response.ok && isFixed) {
    const copy = response.clone();
    // A disk that is full costs the copy, not the answer; and a shell that a newer worker has taken away stays away.
    const put = async () => (await caches.open(shellName)).put(request, copy);
    if (await caches.has(shellName)) put().catch(() => {});
  }
  return response;
}

async function answerPicture(request: Request, id: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(thumbnailOf(id), { cacheName: thumbnailsName });
    if (kept) return kept;
    throw error;
  }
}

/** Documents as they are now, each said to be from now, and the files that they name, which are there first. */
async function keepDocuments(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(shellName);
  for (const path of paths) {
    const response = await fetch(path, { headers: { "x-atelier-keep": "1" } });
    // A page of somebody else's, as one to sign in at, is not kept as ours.
    if (!response.ok || response.redirected) throw new Error(`${path} is not to be had.`);

    const text = await response.text();
    const files = new Set(text.match(/\/_next\/static\/[\w./~-]+\.\w+/g));
    await Promise.all([...files].map((file) => keepFile(cache, file)));
    await cache.put(path, toKept(text, { path, response }));
  }
}

function toKept(text: string, { path, response }: { path: string; response: Response }): Response {
  const now = new Date().toISOString();
  const told = path === elsewhere ? text : text.replace("<html", `<html data-kept-at="${now}"`);
  const names = ["Content-Type", "Content-Security-Policy"];
  const headers = names.map((name): [string, string] => [name, response.headers.get(name) ?? ""]);
  return new Response(told, { headers });
}

/** Throws where it is not to be had, as while the studio is updated: its document would be broken without it. */
async function keepFile(cache: Cache, file: string): Promise<void> {
  if (await cache.match(file)) return;
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} is not to be had.`);
  await cache.put(file, response);
}

/** Those of the newest pictures, and no others. */
async function keepThumbnails(): Promise<void> {
  const cache = await caches.open(thumbnailsName);
  const newest = await listNewest();
  const wanted = new Set(newest.map((id) => new URL(thumbnailOf(id), self.location.origin).href));
  const kept = await cache.keys();
  await Promise.all(kept.filter(({ url }) => !wanted.has(url)).map((one) => cache.delete(one)));

  const missing = [...wanted].filter((url) => !kept.some((one) => one.url === url));
  for (const url of missing) {
    const response = await fetch(url);
    if (response.ok) await cache.put(url, response);
  }
}

async function listNewest(ids: readonly string[] = []): Promise<readonly string[]> {
  const before = ids.length > 0 ? `&before=${ids.at(-1)}` : "";
  const response = await fetch(`/api/images?limit=100${before}`);
  if (!response.ok) throw new Error("The list of pictures is not to be had.");

  const { images }: { images: { id: string }[] } = await response.json();
  const listed = [...ids, ...images.map(({ id }) => id)];
  return images.length < 100 || listed.length >= thumbnailsMax ? listed : listNewest(listed);
}

function thumbnailOf(id: string): string {
  return `/api/images/${id}/640`;
}

function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("It takes too long.")), ms);
  });
  return Promise.race([promise, late]);
}
