import type { Scenario } from "./scenario.ts";

/** When the answer comes, and whether it comes at all. Charged, all of them. */
export const pacing: Record<string, Scenario> = {
  delay: {
    example: "[[delay:500]]",
    what: "Waits so many milliseconds before it answers.",
    plan: ({ value }) => ({ delayMs: Number(value) }),
  },
  hold: {
    example: "[[hold:NAME]]",
    what: "Charged, then no headers until `POST /__release/NAME`.",
    plan: ({ value }) => ({ holdHeaders: value }),
  },
  "hold-picture": {
    example: "[[hold-picture:NAME]]",
    what: "The headers, and what a stream says first; the picture waits for the release.",
    plan: ({ value }) => ({ holdImage: value }),
  },
  "hold-body": {
    example: "[[hold-body:NAME]]",
    what: "Half of the picture; the other half waits for the release.",
    plan: ({ value }) => ({ holdBody: value }),
  },
  hang: {
    example: "[[hang]]",
    what: "Charged, then never answered.",
    plan: () => ({ noAnswer: "hang" }),
  },
  reset: {
    example: "[[reset]]",
    what: "Charged, then the connection is reset; `[[reset:body]]` in the middle of the picture.",
    plan: ({ value }) => (value === "body" ? { cut: "reset" } : { noAnswer: "reset" }),
  },
  close: {
    example: "[[close]]",
    what: "Charged, then the connection is closed without an answer.",
    plan: () => ({ noAnswer: "close" }),
  },
  truncate: {
    example: "[[truncate]]",
    what: "Ends the connection in the middle of the picture; `[[truncate:clean]]` as if that were the end.",
    plan: ({ value }) => ({ cut: value === "clean" ? "end" : "truncate" }),
  },
  silence: {
    example: "[[silence]]",
    what: "A stream stops in the middle of the picture and stays open.",
    plan: () => ({ cut: "hang" }),
  },
  pings: {
    example: "[[pings:5]]",
    what: "So many pings before the picture; without a number, pings for ever and no picture.",
    plan: ({ value }) => ({ pings: value ? Number(value) : Number.POSITIVE_INFINITY }),
  },
  pieces: {
    example: "[[pieces:7 every=5]]",
    what: "Written in pieces of so many bytes, so many milliseconds apart (default 0).",
    plan: ({ value, options }) => ({
      pieceBytes: Number(value || 1),
      pieceDelayMs: Number(options.get("every") ?? 0),
    }),
  },
  once: {
    example: "[[once:429 retry-after=2]]",
    what: "This scenario (or status) for the first request with this prompt only; `times=3` for the first three.",
    // `readPlan` replaces it by the scenario that it names.
    plan: () => ({}),
  },
};
