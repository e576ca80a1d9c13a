import { isExtractedImage } from "../extract/image-shelf.ts";
import { isRecord } from "./is-record.ts";

/** Of an event: that it ends something, or is there to keep the line open. */
const endWords =
  /complete|done|finish|stop|close|\bend(ed)?\b|fail|error|cancel|ping|heartbeat|keep.?alive|usage/i;

/** What stands in the last event of a stream beside its usage. */
const frameNames =
  /^(id|object|created|created_at|model|provider|usage|system_fingerprint|service_tier|x_\w+)$/;

/**
 * Whether an event that came behind a failure says that the work went on: a gateway tells of a provider that failed, and asks the
 * next one. Whatever is neither an end nor a sign of life does.
 */
export function goesOn(json: unknown, eventName: string | null): boolean {
  if (!isRecord(json)) return false;
  const told = [eventName, json["type"], json["object"], json["status"], json["state"]];
  if (told.some((word) => typeof word === "string" && endWords.test(word))) return false;

  return Object.entries(json).some(([name, value]) =>
    name === "choices" ? isWritten(value) : !frameNames.test(name) && isSomething(value),
  );
}

/** Whether a chat goes on: one that has a reason to end has ended. */
function isWritten(choices: unknown): boolean {
  if (!Array.isArray(choices)) return false;
  return choices.some((choice) => {
    if (!isRecord(choice) || (choice["finish_reason"] ?? null) !== null) return false;
    const { delta } = choice;
    return isRecord(delta) && Object.values(delta).some(isSomething);
  });
}

function isSomething(value: unknown): boolean {
  if (isExtractedImage(value)) return true;
  if (typeof value === "object" && value !== null) return Object.values(value).some(isSomething);
  return value !== null && value !== undefined && value !== "" && value !== false;
}
