import type { EngineErrorCode } from "#lib/engine/image-engine.ts";
import type { MessageKey } from "#messages/messages.ts";

/** What a person can do about a problem. */
export type NextStep =
  | "open-settings"
  | "open-gateway"
  /** It is free to ask what became of it, and sends nothing. */
  | "ask-gateway"
  | "stop-streaming"
  | "edit-prompt"
  | "edit-request"
  | "retry"
  /** It may have been paid for already: asks once more before it is sent. */
  | "retry-with-warning"
  /** The bytes are here, or at an address: to ask for the picture again would pay for it twice. */
  | "save-again"
  | "fetch-again";

export type ProblemTone = "danger" | "warning" | "neutral";

interface ProblemWords {
  title: MessageKey;
  /** What is said instead, with the name of the field, where one is named. */
  field?: MessageKey;
  steps: readonly NextStep[];
  tone: ProblemTone;
}

/** The engines' codes, and our own. */
type ProblemCode =
  | EngineErrorCode
  | "storage_unavailable"
  | "memory_short"
  | "decode_interrupted"
  | "other_folder"
  | "interrupted"
  | "restored";

type Told = Pick<ProblemWords, "steps"> & Partial<ProblemWords>;

const toldByCode: Record<ProblemCode, Told> = {
  // Asking again with the same key would only be declined again.
  unauthorized: { steps: ["open-settings"] },
  payment_required: { steps: ["open-gateway", "retry"] },
  forbidden: { steps: ["open-settings", "open-gateway"] },
  rate_limited: { steps: ["retry"], tone: "warning" },
  refused: { steps: ["edit-prompt"], tone: "neutral" },
  invalid_parameter: { field: "problem.notAccepted", steps: ["edit-request"] },
  model_not_found: { steps: ["edit-request"] },
  not_supported: { field: "problem.notSupportedField", steps: ["edit-request", "open-settings"] },
  streaming_not_supported: { steps: ["stop-streaming", "retry"] },
  wrong_address: { steps: ["open-settings", "retry"] },
  unreachable: { steps: ["retry", "open-settings"] },
  timeout: { steps: ["retry"] },
  connection_lost: { steps: ["retry"] },
  upstream_error: { steps: ["retry"] },
  bad_answer: { steps: ["retry"] },
  no_picture: { steps: ["retry"] },
  picture_unavailable: { steps: ["retry"] },
  bad_picture: { steps: ["retry"] },
  storage_unavailable: { steps: ["retry"] },
  memory_short: { steps: ["retry"] },
  decode_interrupted: { steps: ["retry"] },
  other_folder: { steps: [], tone: "warning" },
  interrupted: { steps: ["retry"] },
  restored: { steps: ["retry"], tone: "neutral" },
  stopped: { steps: ["retry"], tone: "neutral" },
  internal: { steps: ["retry"] },
};

/** All that is foreseen. */
export const problemCodes = Object.keys(toldByCode);

/** What is said of an error, and what can be done about it; of one that nobody foresaw, too. */
export function problemWords(code: string | undefined): ProblemWords {
  const unforeseen = { title: "problem.none", steps: ["retry"], tone: "danger" } as const;
  if (!isKnown(code)) return unforeseen;
  return { ...unforeseen, title: `problem.${code}`, ...toldByCode[code] };
}

function isKnown(code: string | undefined): code is ProblemCode {
  return code !== undefined && Object.hasOwn(toldByCode, code);
}
