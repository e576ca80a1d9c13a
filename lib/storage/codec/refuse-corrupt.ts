import { ImageError } from "#lib/storage/codec/image-error.ts";
import { isMemoryShort } from "#lib/storage/codec/memory-short-error.ts";
import { because } from "#messages/reason.ts";

/** Every other failure of the decoder is the file's: the disk has no part in this. */
export async function refuseCorrupt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImageError || isMemoryShort(error)) throw error;
    throw new ImageError("corrupt", because("picture_damaged"), {
      cause: error,
    });
  }
}
