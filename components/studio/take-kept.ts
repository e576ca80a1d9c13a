import { sharedName } from "#components/studio/shared-name.ts";

/** As `components/offline/share-worker.ts` writes it. */
const fileNameHeader = "x-file-name";

interface Shared {
  texts: URLSearchParams[];
  files: { file: File; forget: () => Promise<unknown> }[];
}

/** Takes what the worker keeps of what was shared. Files stay there until they are forgotten: who shares one more, while some are on their way, loses none. */
export async function takeKept(): Promise<Shared> {
  const shared: Shared = { texts: [], files: [] };
  // Without a worker there is no such storage.
  if (!("caches" in window)) return shared;

  const cache = await caches.open(sharedName);
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    const fileName = kept?.headers.get(fileNameHeader) ?? null;
    const forget = () => cache.delete(request);
    if (kept && fileName !== null) {
      shared.files.push({ file: await toFile(kept, decodeURIComponent(fileName)), forget });
    } else if (kept && (await forget())) {
      shared.texts.push(new URLSearchParams(await kept.text()));
    }
  }
  return shared;
}

async function toFile(kept: Response, name: string): Promise<File> {
  const blob = await kept.blob();
  return new File([blob], name, { type: blob.type });
}
