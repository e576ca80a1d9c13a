import type { GenerationRequest } from "#lib/contract/batch-request.ts";
import type { GatewayRef } from "#lib/contract/gateway-view.ts";

export interface Submission {
  /** With its gateway named. */
  request: GenerationRequest;
  sourceGenerationId: string | null;
  gateway: GatewayRef;
  pricePerImageMicros: number | null;
}

/** A press as the browser keeps it, until the studio has answered it. */
export interface KeptSubmission extends Submission {
  /** The studio makes one batch for it, however often it is sent. */
  key: string;
  /** By `Date.now()`. */
  submittedAt: number;
  /** Why the studio would not make it. It is kept for whoever pressed, and not sent again. */
  refusal?: Refusal;
}

export interface Refusal {
  message: string;
  /** Of the request; null when it is none of them. */
  field: string | null;
}

const prefix = "atelier.press.";

/** The key of a press, if that is what is kept under this name. */
export function submissionKeyOf(name: string | null): string | null {
  return name?.startsWith(prefix) ? name.slice(prefix.length) : null;
}

/** Keeps a press for whichever tab opens next. False when the storage is full or forbidden. */
export function keepSubmission(storage: Storage, submission: KeptSubmission): boolean {
  try {
    storage.setItem(prefix + submission.key, JSON.stringify(submission));
    return true;
  } catch {
    return false;
  }
}

/** It is answered, or was taken back. */
export function forgetSubmission(storage: Storage, key: string): void {
  storage.removeItem(prefix + key);
}

/** A press that is kept; null when it is not, or not any more. */
export function readSubmission(storage: Storage, key: string): KeptSubmission | null {
  try {
    const kept = JSON.parse(storage.getItem(prefix + key) ?? "null");
    const isWhole = kept?.key === key && kept.request?.prompt && kept.gateway && kept.submittedAt;
    return isWhole ? kept : null;
  } catch {
    // Another version wrote it.
    return null;
  }
}

/** All presses that are kept, the first first. */
export function readSubmissions(storage: Storage): KeptSubmission[] {
  const names = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  return names
    .flatMap((name) => submissionKeyOf(name) ?? [])
    .flatMap((key) => readSubmission(storage, key) ?? [])
    .sort((a, b) => a.submittedAt - b.submittedAt);
}
