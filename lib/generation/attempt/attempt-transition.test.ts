import fc from "fast-check";
import { expect, test } from "vitest";
import { type AttemptState, attemptStateSchema } from "#lib/contract/attempt-state.ts";
import {
  type AttemptCommand,
  attemptCommands,
  isEnded,
  nextAttemptState,
} from "#lib/generation/attempt/attempt-transition.ts";

const commandArbitrary = fc.constantFrom(...attemptCommands);

/** Drives an attempt from `queued` with commands, and tells what it went through. */
function drive(commands: readonly AttemptCommand[], paid: boolean) {
  let state: AttemptState = "queued";
  const steps: { command: AttemptCommand; from: AttemptState; to: AttemptState }[] = [];
  for (const command of commands) {
    const to = nextAttemptState(state, command, { paid });
    if (!to) continue;
    steps.push({ command, from: state, to });
    state = to;
  }
  return steps;
}

test("a paid attempt is sent again only after it came back proven free", () => {
  fc.assert(
    fc.property(fc.array(commandArbitrary, { maxLength: 60 }), (commands) => {
      let mayHaveBeenCharged = false;
      for (const { command } of drive(commands, true)) {
        if (command === "send") {
          expect(mayHaveBeenCharged).toBe(false);
          mayHaveBeenCharged = true;
        }
        if (command === "requeue") mayHaveBeenCharged = false;
      }
    }),
    { numRuns: 5_000 },
  );
});

test("an attempt whose gateway answered never goes back to the queue", () => {
  fc.assert(
    fc.property(fc.array(commandArbitrary, { maxLength: 60 }), (commands) => {
      const steps = drive(commands, true);
      const answeredAt = steps.findIndex((step) => step.command === "answer");
      if (answeredAt < 0) return;
      expect(steps.slice(answeredAt).map((step) => step.to)).not.toContain("queued");
    }),
    { numRuns: 5_000 },
  );
});

test("a picture that is safe in the spool never becomes unknown", () => {
  for (const command of attemptCommands) {
    expect(nextAttemptState("storing", command, { paid: true })).not.toBe("unknown");
  }
});

test("what ended stays ended, but for a picture that turns up after all", () => {
  const ways = attemptStateSchema.options
    .filter(isEnded)
    .flatMap((from) =>
      attemptCommands.map((command) => ({
        from,
        to: nextAttemptState(from, command, { paid: true }),
      })),
    )
    .filter(({ to }) => to !== null);
  expect(ways).toEqual([
    { from: "failed", to: "succeeded" },
    { from: "unknown", to: "succeeded" },
  ]);
});

test("every state that has not ended can end", () => {
  for (const start of attemptStateSchema.options) {
    const reached = new Set<AttemptState>([start]);
    for (const state of reached) {
      for (const command of attemptCommands) {
        const to = nextAttemptState(state, command, { paid: true });
        if (to) reached.add(to);
      }
    }
    expect([...reached].some(isEnded), start).toBe(true);
  }
});

test("only an engine that is not paid has its interrupted attempts repeated", () => {
  expect(nextAttemptState("receiving", "repeat", { paid: false })).toBe("queued");
  expect(nextAttemptState("receiving", "repeat", { paid: true })).toBeNull();
});
