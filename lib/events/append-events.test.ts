import { expectTypeOf, test } from "vitest";
import type { appendEvents } from "#lib/events/append-events.server.ts";

/** `npm run check` compiles this, and fails where it does not hold. */
type Appended = Parameters<typeof appendEvents>[1]["events"][number];

test("only events of the contract are written, whole: a misspelt name or field does not compile", () => {
  expectTypeOf<{ type: "generation-deleted"; generationId: string }>().toExtend<Appended>();
  expectTypeOf<{ type: "generation-delete"; generationId: string }>().not.toExtend<Appended>();
  expectTypeOf<{ type: "generation-deleted"; generation: string }>().not.toExtend<Appended>();
  expectTypeOf<{ type: "usage-updated"; generationId: string }>().not.toExtend<Appended>();
});
