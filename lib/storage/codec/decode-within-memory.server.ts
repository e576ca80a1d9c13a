import type { CheckedImage } from "#lib/storage/codec/check-image.server.ts";
import { decodeApart } from "#lib/storage/codec/decoder/decode-apart.server.ts";
import { decodeImage, type Pixels } from "#lib/storage/codec/decoder/decode-image.server.ts";
import { createDecodeSlots } from "#lib/storage/codec/decoder/decode-slots.ts";
import { isOutOfMemory } from "#lib/storage/codec/decoder/is-out-of-memory.ts";
import { readFreeMemory } from "#lib/storage/codec/decoder/read-free-memory.server.ts";
import { MemoryShortError } from "#lib/storage/codec/memory-short-error.ts";
import { because } from "#messages/reason.ts";

const mb = 1024 * 1024;

/** One that needs more is decoded alone, and in a process of its own, which takes 0.15 s more. */
const largeFrom = 128 * mb;

/** What such a process takes before it decodes anything: resident, and as `ulimit -d` counts it (Node reserves much). */
const processBytes = 80 * mb;
const processReserved = 720 * mb;

/** What it takes to read a picture's header. */
const headerBytes = 8 * mb;

/** Whoever asks: a decoder is where a hostile file takes memory and time. */
const slots = createDecodeSlots();

/**
 * Gives the work a way to read a picture's pixels, once there is memory for it: small pictures two at a time, a large one alone.
 * Throws `MemoryShortError` when there is not enough, before the work begins or when it shows, and what the work throws.
 */
export function decodeWithinMemory<T>(
  image: CheckedImage,
  { memoryBytesMax }: { memoryBytesMax?: number | undefined },
  work: (readPixels: () => Promise<Pixels>) => Promise<T>,
): Promise<T> {
  const isLarge = image.need > largeFrom;
  const need = image.need + (isLarge ? processBytes : 0);
  const allowed = () => memoryBytesMax ?? readAllowed({ isLarge });

  return slots.run({ isLarge }, async () => {
    if (need > allowed()) throw memoryShort(image, { need, allowed: allowed() });
    try {
      return await work(() => (isLarge ? decodeApart : decodeImage)(image.decodable, image));
    } catch (error) {
      const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
      // A library that got no memory does not always say so: what is left says it as well.
      const left = readAllowed({ isLarge });
      if (!isOutOfMemory(cause) && need <= left) throw error;
      throw memoryShort(image, { need, allowed: allowed(), cause });
    }
  });
}

/** Throws `MemoryShortError` when there is not enough memory to read so much as a picture's header. */
export function checkRoomForHeader({
  memoryBytesMax,
}: {
  memoryBytesMax?: number | undefined;
}): void {
  const allowed = memoryBytesMax ?? readAllowed({ isLarge: false });
  if (allowed >= headerBytes) return;
  throw new MemoryShortError(
    because("header_too_large", {
      needs: Math.ceil(headerBytes / mb),
      allowed: Math.ceil(allowed / mb),
    }),
  );
}

function readAllowed({ isLarge }: { isLarge: boolean }): number {
  const { shared, own, ownLimit } = readFreeMemory();
  return Math.max(0, Math.min(shared, isLarge ? ownLimit - processReserved : own));
}

function memoryShort(
  { width, height }: CheckedImage,
  { need, allowed, cause }: { need: number; allowed: number; cause?: unknown },
): MemoryShortError {
  const told = { size: `${width}x${height}`, needs: Math.ceil(need / mb) };
  return new MemoryShortError(
    need > allowed
      ? because("decoding_too_large", { ...told, allowed: Math.ceil(allowed / mb) })
      : because("decoding_failed", told),
    { cause },
  );
}
