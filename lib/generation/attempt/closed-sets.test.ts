import { expect, test } from "vitest";
import {
  attemptStateSchema,
  chargedSchema,
  generationStateSchema,
} from "#lib/contract/attempt-state.ts";
import { batchKindSchema } from "#lib/contract/batch-request.ts";
import { gatewayKindSchema } from "#lib/contract/gateway-view.ts";
import { pauseCodeSchema } from "#lib/contract/pause-view.ts";
import { inputRoleSchema } from "#lib/engine/input-role.ts";
import { describeOnBothDatabases } from "#lib/platform/database/test-database.ts";

const sets = {
  Attempt_state_check: attemptStateSchema,
  Attempt_charged_check: chargedSchema,
  Batch_kind_check: batchKindSchema,
  Gateway_kind_check: gatewayKindSchema,
  Generation_state_check: generationStateSchema,
  Input_role_check: inputRoleSchema,
  Pause_code_check: pauseCodeSchema,
};

describeOnBothDatabases("the database takes what the contract knows, and nothing else,", (open) => {
  test.each(Object.entries(sets))("by %s", async (name, { options }) => {
    const { client } = await open();
    const [row] = await client.$queryRaw<{ definition: string }[]>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${name}`;
    const words = [...(row?.definition ?? "").matchAll(/'([^']+)'/g)].map(([, word]) => word);

    expect(words.toSorted()).toEqual([...options].toSorted());
  });
});
