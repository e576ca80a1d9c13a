import type { ImageChunk } from "../document/image-chunk.ts";
import { MeshAPIError } from "../failure/mesh-api-error.ts";
import type { Answer } from "../request/send-request.ts";
import type { AnswerForm } from "./tell-form.ts";

/** What was seen of an answer. */
export interface AnswerProgress {
  images: number;
  /** The stream said that it is done. */
  isDone: boolean;
  /** A part of it makes no sense, or breaks off. */
  isBroken: boolean;
  /** How many pictures were there that cannot be read. */
  unreadable: number;
  /** What the gateway said went wrong. */
  refusal?: MeshAPIError;
  /** Somewhere in it is told that it costs. */
  isBilled: boolean;
  /** Somewhere in it is told that something was made, or that the work ended well. */
  isMade: boolean;
  /** The work went on after that, so that it was not the end. */
  isResumed: boolean;
  /** By lesser names, as that of a source: the pictures of an answer that has no others. */
  lesser: (ImageChunk & { status: "completed" }) | null;
  /** The last message without a code: of what went on, or of what went wrong. */
  message?: MeshAPIError;
  /** What went wrong with reading it. */
  failure?: { error: unknown };
}

export interface JudgeEndOptions extends AnswerProgress {
  form: AnswerForm;
  imagesExpected: number;
}

/** Of a provider that failed, that another one is asked. */
const triesOn = /\b(try|trying|retry\w*|fall(ing)? ?back|next|another)\b/i;

/** Whether more pictures may come: not when all are here, nor once it was said that the last one failed. */
export function mayGoOn(
  { images, refusal, isResumed }: AnswerProgress,
  { imagesExpected }: Pick<JudgeEndOptions, "imagesExpected">,
): boolean {
  if (images >= imagesExpected) return false;
  return !refusal || isResumed || triesOn.test(refusal.message) || images + 1 < imagesExpected;
}

/** Throws what an answer comes to that gave fewer pictures than were asked for, unless that was the gateway's own word. */
export function judgeEnd(answer: Answer, end: JudgeEndOptions): void {
  if (end.images > 0 && end.images >= end.imagesExpected) return;
  if (end.refusal && !end.isResumed) throw withBill(end.refusal, end);
  if (end.failure) throw answer.translate(end.failure.error);

  const { status, requestId } = answer;
  const fail = (sent: "maybe" | "answered", code: string, message: string) =>
    new MeshAPIError(message, { sent, code, status, requestId, isBilled: end.isBilled });
  if (end.unreadable > 0) {
    throw fail("answered", "unreadable_picture", "The gateway sent a picture that cannot be read.");
  }
  if (end.isBroken && end.form === "events") {
    const message = "The stream ended with pictures missing, and a part of it could not be read.";
    throw fail("maybe", "stream_unreadable", message);
  }
  if (end.isBroken) {
    throw fail(
      "answered",
      "invalid_answer",
      "What came is neither a picture nor JSON that can be read.",
    );
  }
  if (end.message && end.images === 0 && isLastWord(end)) throw withBill(end.message, end);
  if (end.images === 0) throw fail("answered", "no_picture", "The gateway sent no picture.");
  if (end.form === "events" && !end.isDone) {
    throw fail("maybe", "stream_truncated", "The stream ended before all pictures were there.");
  }
}

/** What words alone call a refusal may be about what was made all the same. */
function withBill(error: MeshAPIError, { isBilled: isTold, isMade }: AnswerProgress): MeshAPIError {
  const isBilled = isTold || (isMade && error.isByWords);
  return isBilled ? new MeshAPIError(error.message, { ...error, isBilled }) : error;
}

/** In a stream a message tells of what goes on, unless it speaks of the prompt, of money or the like. */
function isLastWord({ form, message }: JudgeEndOptions): boolean {
  const isOfFailure = message?.kind !== "broken" && message?.kind !== "unknown";
  return form !== "events" || isOfFailure;
}
