import { createGates, type Gates } from "./answer/gates.ts";
import { createFileShelf, type FileShelf } from "./images/file-shelf.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import type { TimesSeen } from "./scenarios/read-plan.ts";
import { createUsage, type Usage } from "./usage.ts";

export interface FakeGatewayOptions {
  /** Default: any free one. */
  port?: number;
  /** The keys that are let in. Default: `rsk_fake`. */
  apiKeys?: readonly string[];
  /** Every answer to a generation waits so long, as a real one does. Default: 0. */
  delayMs?: number;
  /** How `GET /v1/models` answers: MeshAPI's array, OpenAI's `{ data }`, or 404. Default: `array`. */
  modelList?: "array" | "data" | "missing";
  /** Whether it answers what was used, as MeshAPI does and others do not. Default: true. */
  keepsUsage?: boolean;
  /** What a prompt's scenarios are read from, where people are to see one without. Default: the prompt itself. */
  scenarioOf?: (prompt: string) => string;
}

/** All that one server remembers. */
export interface GatewayState {
  options: Required<FakeGatewayOptions>;
  ledger: Ledger;
  usage: Usage;
  gates: Gates;
  files: FileShelf;
  timesSeen: TimesSeen;
  /** How many requests there were; the next one's number. */
  requestCount: number;
}

/** The key that is known but has no money left: every generation is answered with 402. */
export const brokeKey = "rsk_broke";

/** Creates the memory of a server that has seen nothing yet. */
export function createState(options: FakeGatewayOptions, origin: () => string): GatewayState {
  const gates = createGates();
  return {
    options: {
      port: 0,
      apiKeys: ["rsk_fake"],
      delayMs: 0,
      modelList: "array",
      keepsUsage: true,
      scenarioOf: (prompt) => prompt,
      ...options,
    },
    ledger: createLedger(),
    usage: createUsage(gates),
    gates,
    files: createFileShelf(origin),
    timesSeen: new Map(),
    requestCount: 0,
  };
}
