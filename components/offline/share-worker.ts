/// <reference lib="webworker" />
/**
 * The service worker's part that takes what another app shares, as the manifest says. It is one script with `worker.ts`, and imports
 * nothing either.
 */
export {};

declare const self: ServiceWorkerGlobalScope;

/** What was shared, until the studio takes it (components/studio/take-kept.ts). */
const sharedName = "atelier-shared";
const address = "/share";

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === self.location.origin && pathname === address;
  if (isOurs && request.method === "POST") event.respondWith(share(request));
});

/** Keeps texts and files for the page that it leads to; what could not be kept is said there. */
async function share(request: Request): Promise<Response> {
  try {
    const cache = await caches.open(sharedName);
    const texts = new URLSearchParams();
    for (const [name, value] of await request.formData()) {
      if (typeof value === "string") texts.append(name, value);
      else if (value.size > 0) await keep(cache, value, encodeURIComponent(value.name));
    }
    if (texts.size > 0) await keep(cache, texts);
    return Response.redirect("/?shared", 303);
  } catch {
    return Response.redirect("/?shared=lost", 303);
  }
}

function keep(cache: Cache, body: BodyInit, fileName?: string): Promise<void> {
  const headers = new Headers(fileName === undefined ? {} : { "x-file-name": fileName });
  return cache.put(`${address}/${crypto.randomUUID()}`, new Response(body, { headers }));
}
