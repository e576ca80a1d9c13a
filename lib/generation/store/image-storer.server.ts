import { deliveredSchema } from "#lib/engine/delivered.ts";
import type { EngineEvent, ImageEngine } from "#lib/engine/image-engine.ts";
import { noErrorFields } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { type AttemptLease, patientTries } from "#lib/generation/attempt/attempt-lease.server.ts";
import { isEnded } from "#lib/generation/attempt/attempt-transition.ts";
import type { ExpectedImage, ImageWords } from "#lib/generation/attempt/image-words.ts";
import {
  bringToSafety,
  keepFetched,
  spoolAtLast,
} from "#lib/generation/store/bring-to-safety.server.ts";
import {
  completeWithFiles,
  type Filing,
} from "#lib/generation/store/complete-with-files.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import {
  type ArrivedImage,
  type FiledImage,
  fileImage,
} from "#lib/generation/store/store-image.server.ts";
import { retryWhileLost } from "#lib/platform/database/retry-while-lost.server.ts";
import { toStorableJson, toStorableText } from "#lib/platform/text/to-storable.ts";
import type { DecodeWatch } from "#lib/storage/codec/image.server.ts";
import type { SpooledEntry } from "#lib/storage/spool/spool.server.ts";

type ImageEvent = Extract<EngineEvent, { type: "picture" }>;

/** Takes an attempt's pictures from the engine's hands into the gallery. */
export interface ImageStorer {
  /** How many pictures it has. */
  count(): number;
  /** Brings a picture into the spool; when it resolves the picture survives a crash. Its files follow meanwhile. */
  add(event: ImageEvent): Promise<void>;
  /** What all of them cost together. A crash before they are kept forgets it. */
  bill(costMicros: number): void;
  /** Takes up pictures that a process before us had spooled. */
  adopt(
    entries: readonly SpooledEntry[],
    options: { wordsOf: (entry: SpooledEntry) => ImageWords; watch?: DecodeWatch },
  ): Promise<void>;
  /** Waits for the files, then writes the rows and ends the attempt, or leaves it to the recovery. */
  keepAll(): Promise<Filing>;
}

/**
 * A keeper for one held attempt. Once the attempt is lost it spools, and nothing else. The engine serves to fetch what
 * came as an address; pictures that are in the spool with their bytes are kept without one.
 */
export function createImageStorer(
  context: RunContext,
  { lease, engine }: { lease: AttemptLease; engine: ImageEngine | null },
): ImageStorer {
  const images: ExpectedImage[] = [];
  const filings: Promise<FiledImage>[] = [];
  /** What the spool had refused, and only its files are there. */
  const unspooled: ArrivedImage[] = [];

  const file = (image: ArrivedImage): Promise<FiledImage> => {
    // Not its bytes: they are let go of as soon as they are filed.
    images.push({ index: image.index, words: image.words });
    return handled(fileImage({ ...context, engine }, image));
  };

  return {
    count: () => images.length,
    async add({ source, revisedPrompt, delivered, costMicros }) {
      const bytes = source.type === "bytes" ? source.bytes : undefined;
      const url = source.type === "url" ? source.url : null;
      const said = toStorableJson({ ...delivered });
      const image = {
        index: images.length,
        words: {
          url: url && toStorableText(url),
          revisedPrompt: revisedPrompt && toStorableText(revisedPrompt),
          delivered: deliveredSchema.parse(said),
          costMicros,
        },
        bytes,
      };

      const filing = file(image);
      const place = await bringToSafety(context, { lease, image, filing });
      const kept = bytes ? filing : keepFetched(context, { lease, image, filing, canWait: true });
      filings.push(handled(kept));
      if (place === "filed") {
        unspooled.push(image);
        return;
      }
      context.hitFailpoint("spooled");
      if (await reachStoring(lease, { isReading: true })) context.hitFailpoint("storing");
    },
    bill: (costMicros) => billTogether(images, costMicros),
    async adopt(entries, { wordsOf, watch }) {
      if (!(await reachStoring(lease))) return;
      for (const entry of entries) {
        const { index, bytes } = entry;
        const image = { index, words: wordsOf(entry), bytes, ...(watch ? { watch } : {}) };
        const arrival = { lease, image, filing: file(image), canWait: false };
        filings.push(handled(bytes ? arrival.filing : keepFetched(context, arrival)));
      }
    },
    async keepAll() {
      const results = await Promise.allSettled(filings);
      let filing: Filing | null = null;
      try {
        if (results.length > 0 && (await reachStoring(lease)))
          filing = await retryWhileLost(
            () => completeWithFiles(context, { lease, images, results }),
            patientTries,
          );
      } finally {
        // Files that no row names are found by nobody.
        if (!filing || lease.isLost())
          for (const image of unspooled) await spoolAtLast(context, { lease, image });
      }
      return filing ?? "ended";
    },
  };
}

/** The first carries it, so that the sum is right. */
function billTogether(images: readonly ExpectedImage[], costMicros: number): void {
  for (const image of images)
    image.words = { ...image.words, costMicros: image === images[0] ? costMicros : 0 };
}

/** Its failure is looked at in keepAll; until then it must not count as unhandled. */
function handled(filing: Promise<FiledImage>): Promise<FiledImage> {
  filing.catch(() => {});
  return filing;
}

/** The states on the way to `storing`, one by one; what had ended without its picture stays so until it is kept. */
export async function reachStoring(
  lease: AttemptLease,
  { isReading = false }: { isReading?: boolean } = {},
): Promise<boolean> {
  if (lease.state() === "sending") {
    await lease.change({ command: "answer", isReading, set: (now) => ({ receivedAt: now }) });
  }
  if (lease.state() === "receiving") {
    return lease.change({
      command: "spool",
      isReading,
      set: () => noErrorFields,
      event: "attempt-updated",
    });
  }
  return lease.state() === "storing" || isEnded(lease.state());
}
