import type { GenerationView } from "#lib/contract/generation-view.ts";
import type { LedgerView } from "../../e2e/fake-gateway/ledger.ts";

/** All that is known of a run when it is over: what four witnesses say who do not know of each other. */
export interface Evidence {
  /** The clients: what they asked for and were answered, and what they were shown. */
  asked: readonly Asked[];
  told: Told;
  /** The gateway. */
  ledger: LedgerView;
  /** The database: its rows at the end, and every change of an attempt, written down by a trigger. */
  rows: Rows;
  changes: readonly AttemptChange[];
  /** The disk: at the end, and the complete spool entries that lay there after each kill. */
  files: readonly StoredFile[];
  leftSpool: readonly SpooledImage[];
  spooled: readonly SpooledImage[];
  /** The studio itself, at the end. */
  snapshot: readonly GenerationView[];
  served: readonly ServedImage[];
  /** Servers that ended without being killed, and lines of theirs that hold the gateway's key. */
  exits: readonly string[];
  leaks: readonly string[];
}

/** One request of a client. Those of one press have one key. */
export interface Asked {
  operation: "create" | "move" | "stop" | "hang-up" | "retry" | "delete" | "restore";
  client: number;
  key: string;
  /** What it is about: a create's prompt and number of pictures, the generation, the attempts to repeat. */
  prompt: string;
  n: number;
  generationId: string | null;
  attemptIds: readonly string[];
  /** Milliseconds since 1970; null: the connection ended before. */
  sentAt: number;
  answeredAt: number | null;
  status: number | null;
  /** The generation of the answer, and its attempts. */
  answer: { id: string; attemptIds: readonly string[] } | null;
}

/** What clients were shown, by an answer, a list or an event. */
export interface Told {
  imageIds: readonly string[];
  /** Every state that somebody saw an attempt in. */
  states: readonly { attemptId: string; state: string }[];
  /** Every event that a reader was sent, in the order of its coming. */
  events: readonly { reader: number; sequence: number; type: string; hash: string }[];
}

export interface Rows {
  eventSequence: number;
  generations: readonly GenerationRow[];
  attempts: readonly AttemptRow[];
  images: readonly ImageRow[];
  events: readonly { sequence: number; type: string; data: unknown; hash: string }[];
}

export interface GenerationRow {
  id: string;
  idempotencyKey: string;
  prompt: string;
  state: string;
  isEnded: boolean;
  isDeleted: boolean;
}

export interface AttemptRow {
  id: string;
  generationId: string;
  index: number;
  state: string;
  charged: string | null;
  errorCode: string | null;
  refusedCount: number;
  retryOfId: string | null;
  isLeased: boolean;
}

export interface ImageRow {
  id: string;
  attemptId: string;
  generationId: string;
  index: number;
  hash: string;
  type: string;
  bytes: number;
}

/** One change of an attempt's state, fence or owner. Times are milliseconds since 1970, by the database's clock. */
export interface AttemptChange {
  attemptId: string;
  at: number;
  /** Null: the row was inserted. */
  from: string | null;
  to: string;
  fromFence: number;
  toFence: number;
  /** Who held it before, and after: `host:pid`. */
  owner: string | null;
  newOwner: string | null;
  /** When the hold of before ends. */
  leaseUntil: number | null;
  /** The process that wrote it; null where the database cannot tell. */
  writerPid: number | null;
}

/** A file of the store, by its name in it; `hash` is of what it holds. */
export interface StoredFile {
  name: string;
  bytes: number;
  hash: string;
  /** Whether it can be decoded to its last pixel. */
  isImage: boolean;
}

/** A file of the spool under its final name. */
export interface SpooledImage {
  attemptId: string;
  index: number;
  /** False when it is cut short. */
  isComplete: boolean;
  /** Of the picture; null when it came as an address. */
  hash: string | null;
}

export interface ServedImage {
  imageId: string;
  variant: "original" | "640" | "320";
  status: number;
  hash: string;
  bytes: number;
}
