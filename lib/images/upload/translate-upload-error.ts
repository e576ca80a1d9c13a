import { AppError } from "#lib/platform/errors.ts";
import { isImageError } from "#lib/storage/codec/image-error.ts";
import { isMemoryShort } from "#lib/storage/codec/memory-short-error.ts";
import { say } from "#messages/sentence.ts";

/** What is wrong with a picture that was sent, and what its sender can do about it, as an `AppError` about the field `file`. */
export async function translateUploadError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (isMemoryShort(cause)) {
      const message = say("refusals.uploadMemory", { reason: cause.reason });
      throw new AppError("unavailable", message, { cause, field: "file" });
    }
    if (!isImageError(cause)) throw cause;

    const isOther = cause.code === "unsupported_type";
    throw new AppError(
      isOther ? "unsupported_media_type" : "invalid_request",
      say(isOther ? "refusals.uploadKind" : "refusals.uploadUnfit", { reason: cause.reason }),
      { cause, field: "file" },
    );
  }
}
