import { expect, test } from "vitest";
import type { ClaimedAttempt } from "#lib/generation/attempt/claim-attempt.server.ts";
import { trackAttemptsInFlight } from "#lib/generation/run/attempts-in-flight.server.ts";

const claim: ClaimedAttempt = {
  id: "attempt",
  generationId: "generation",
  userId: "user",
  gatewayId: "gateway",
  paid: true,
  fence: 1,
  request: { model: "fake/fox", prompt: "a fox", n: 1 },
  unsentCount: 0,
  refusedCount: 0,
};

test("an attempt that is carried out anew is in flight, though its former flight ends beside it", async () => {
  const flights = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const [former, present] = flights;
  const hasEnded = Promise.withResolvers<void>();
  const runs = flights.values();
  const inFlight = trackAttemptsInFlight({
    run: () => runs.next().value?.promise ?? Promise.resolve(),
    onEnd: () => hasEnded.resolve(),
  });
  inFlight.add(claim);
  inFlight.add({ ...claim, fence: 3 });
  const both = inFlight.free([{ id: "gateway", slots: 2 }]);
  former?.resolve();
  await hasEnded.promise;

  expect(both).toEqual([]);
  expect(inFlight.has("attempt")).toBe(true);
  present?.resolve();
  await inFlight.settle({ graceMs: 10_000, others: [] });
  expect(inFlight.ids()).toEqual([]);
});
