import { AnswerTooLargeError } from "../body/answer-too-large-error.ts";
import { isMeshAPIError, MeshAPIError, type Sent } from "../failure/mesh-api-error.ts";
import type { Stopper } from "./call.ts";
import { isProvenUnsent } from "./is-proven-unsent.ts";

export interface FailureContext {
  stoppedBy: Stopper | null;
  /** Whether the request had been handed to the network at all. */
  wasHandedOver: boolean;
  /** Of the answer, once its headers are here. */
  status: number | null;
  requestId: string | null;
}

const stopped = {
  caller: { code: "aborted", message: "The call was aborted." },
  deadline: { code: "timeout", message: "The gateway took longer than the deadline allows." },
  silence: { code: "timeout", message: "The gateway fell silent in the middle of its answer." },
} as const;

/** Says what a failure of the network, or of reading an answer, means for the request. */
export function translateFailure(error: unknown, context: FailureContext): MeshAPIError {
  if (isMeshAPIError(error)) return error;

  const { stoppedBy, wasHandedOver, status, requestId } = context;
  const fail = (sent: Sent, code: string, message: string) =>
    new MeshAPIError(message, { sent, code, status, requestId, cause: error });

  if (stoppedBy) {
    const { code, message } = stopped[stoppedBy];
    return fail(wasHandedOver ? "maybe" : "no", code, message);
  }
  if (error instanceof AnswerTooLargeError) {
    return fail("answered", "answer_too_large", "The gateway's answer is too large to be read.");
  }
  if (status === null && isProvenUnsent(error)) {
    return fail("no", "unreachable", "The gateway could not be reached.");
  }

  return fail("maybe", "connection_lost", "The connection to the gateway was lost.");
}
