import type { EngineErrorCode } from "#lib/engine/image-engine.ts";

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
  title: string;
  /** What is said instead behind the name of a field, where one is named. */
  field?: string;
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

const wordsByCode: Record<ProblemCode, Omit<ProblemWords, "tone"> & { tone?: ProblemTone }> = {
  unauthorized: { title: "Gateway key rejected", steps: ["open-settings", "retry"] },
  payment_required: { title: "Balance used up", steps: ["open-gateway", "retry"] },
  forbidden: {
    title: "Not allowed by the gateway",
    steps: ["open-settings", "open-gateway", "retry"],
  },
  rate_limited: { title: "The gateway is busy", steps: ["retry"], tone: "warning" },
  refused: { title: "Declined by the provider", steps: ["edit-prompt"], tone: "neutral" },
  invalid_parameter: {
    title: "A setting was not accepted",
    field: "not accepted",
    steps: ["edit-request"],
  },
  model_not_found: { title: "Model not found", steps: ["edit-request"] },
  not_supported: {
    title: "Not supported by the gateway",
    field: "not supported by the gateway",
    steps: ["edit-request", "open-settings"],
  },
  streaming_not_supported: {
    title: "The gateway cannot stream",
    steps: ["stop-streaming", "retry"],
  },
  wrong_address: {
    title: "No images API at the gateway's address",
    steps: ["open-settings", "retry"],
  },
  unreachable: { title: "Gateway not reached", steps: ["retry", "open-settings"] },
  timeout: { title: "The gateway did not answer in time", steps: ["retry"] },
  connection_lost: { title: "The connection was lost", steps: ["retry"] },
  upstream_error: { title: "The gateway failed", steps: ["retry"] },
  bad_answer: { title: "The gateway's answer made no sense", steps: ["retry"] },
  no_picture: { title: "The gateway sent no picture", steps: ["retry"] },
  picture_unavailable: { title: "The picture could not be fetched", steps: ["retry"] },
  bad_picture: { title: "What came is no usable picture", steps: ["retry"] },
  storage_unavailable: { title: "The picture could not be saved", steps: ["retry"] },
  memory_short: { title: "There was not enough memory for the picture", steps: ["retry"] },
  decode_interrupted: { title: "The picture could not be opened", steps: ["retry"] },
  other_folder: { title: "The picture is in another machine's folder", steps: [], tone: "warning" },
  interrupted: { title: "The studio was interrupted", steps: ["retry"] },
  restored: { title: "A backup was restored", steps: ["retry"], tone: "neutral" },
  stopped: { title: "Stopped", steps: ["retry"], tone: "neutral" },
  internal: { title: "Something went wrong in the studio", steps: ["retry"] },
};

const words = new Map<string | undefined, Partial<ProblemWords>>(Object.entries(wordsByCode));

/** What is said of an error, and what can be done about it; of one that nobody foresaw, too. */
export function problemWords(code: string | undefined): ProblemWords {
  return { title: "No picture", steps: ["retry"], tone: "danger", ...words.get(code) };
}
