import { attempt, type Broken } from "./test-change-evidence.ts";

/** What is wrong with states, events and processes. */
export const brokenTruth: readonly Broken[] = [
  [
    "told-stays",
    "a success that was told and taken back",
    (e) => attempt(e, "one", { state: "unknown" }),
  ],
  [
    "none-stuck",
    "an attempt that nobody carries out",
    (e) => attempt(e, "two", { state: "receiving" }),
  ],
  ["none-stuck", "a lease that nobody holds", (e) => attempt(e, "two", { isLeased: true })],
  ["none-stuck", "a spool entry that nobody needs", ({ spooled }) => ({ leftSpool: spooled })],
  [
    "generations-agree",
    "a generation with another state",
    (e) => attempt(e, "three", { state: "failed" }),
  ],
  [
    "generations-agree",
    "a generation that has not ended",
    ({ rows }) => ({
      rows: { ...rows, generations: rows.generations.map((one) => ({ ...one, isEnded: false })) },
    }),
  ],
  [
    "transitions-allowed",
    "from unknown to queued",
    ({ changes }) => ({
      changes: changes.map((one) =>
        one.from === "unknown" || one.to === "unknown"
          ? { ...one, from: "unknown", to: "queued" }
          : one,
      ),
    }),
  ],
  [
    "transitions-allowed",
    "a claim under the old fence",
    ({ changes }) => ({
      changes: changes.map((one) =>
        one.to === "claimed" ? { ...one, toFence: one.fromFence } : one,
      ),
    }),
  ],
  [
    "holders-write",
    "a write of another process",
    ({ changes }) => ({
      changes: changes.map((one) => (one.to === "receiving" ? { ...one, writerPid: 2 } : one)),
    }),
  ],
  [
    "holders-write",
    "a lease taken too early",
    ({ changes }) => ({
      changes: changes.map((one) => ({ ...one, leaseUntil: one.leaseUntil && one.at + 1 })),
    }),
  ],
  [
    "events-numbered",
    "a gap in the log",
    ({ rows }) => ({ rows: { ...rows, events: rows.events.slice(1) } }),
  ],
  [
    "events-numbered",
    "a number without an event",
    ({ rows }) => ({
      rows: { ...rows, eventSequence: rows.eventSequence + 1 },
    }),
  ],
  [
    "readers-agree",
    "an event that came twice",
    ({ told }) => ({
      told: { ...told, events: told.events.flatMap((one) => [one, one]) },
    }),
  ],
  [
    "readers-agree",
    "the last event that never came",
    ({ told }) => ({
      told: { ...told, events: told.events.slice(0, -1) },
    }),
  ],
  [
    "readers-agree",
    "other data under the same number",
    ({ told }) => ({
      told: { ...told, events: told.events.map((one) => ({ ...one, hash: "x" })) },
    }),
  ],
  [
    "fold-is-snapshot",
    "a generation that no event told of",
    ({ snapshot }) => ({
      snapshot: snapshot.flatMap((one) => [one, { ...one, id: "ghost" }]),
    }),
  ],
  [
    "fold-is-snapshot",
    "an attempt that differs",
    ({ snapshot }) => ({
      snapshot: snapshot.map((one) => ({ ...one, state: "unknown" })),
    }),
  ],
  ["fold-is-snapshot", "a generation that the feed lacks", () => ({ snapshot: [] })],
  [
    "servers-live",
    "a server that ended by itself",
    () => ({ exits: ["process 1 ended by itself"] }),
  ],
  ["key-unspoken", "a key in the log", () => ({ leaks: ["process 1"] })],
];
