import { hostname } from "node:os";
import { attemptStateSchema } from "#lib/contract/attempt-state.ts";
import { toReasonColumn } from "#lib/generation/attempt/attempt-error-fields.server.ts";
import { changeAttempt } from "#lib/generation/attempt/change-attempt.server.ts";
import { readAttempt } from "#lib/generation/attempt/read-attempt.server.ts";
import { awaySeconds } from "#lib/generation/recover/find-expired.server.ts";
import type { RunContext } from "#lib/generation/store/run-context.server.ts";
import { because } from "#messages/reason.ts";

/**
 * Says of an attempt whose picture lies in another machine's folder that it waits for that one, once. It is changed in
 * nothing else: neither failed nor unknown, since its picture may be there.
 */
export async function tellElsewhere(
  { client }: Pick<RunContext, "client">,
  { id }: { id: string },
): Promise<void> {
  const [row] = await client.$queryRaw<{ fence: number; leaseOwner: string | null }[]>`
    SELECT fence, "leaseOwner" FROM "Attempt"
    WHERE id = ${id}::uuid AND "leaseUntil" < clock_timestamp() - make_interval(secs => ${awaySeconds}::int)
      AND "errorCode" IS DISTINCT FROM 'other_folder'`;
  if (!row) return;

  const { claim, state } = await readAttempt(client, id);
  await changeAttempt(
    client,
    { ...claim, paid: true },
    {
      from: attemptStateSchema.parse(state),
      fence: row.fence,
      command: null,
      set: () => ({
        errorCode: "other_folder",
        errorReason: toReasonColumn(because("other_folder", { state, ...placeOf(row.leaseOwner) })),
        errorDetail: null,
        errorField: null,
        notBefore: null,
      }),
      event: "attempt-updated",
    },
  );
}

/** Owners are called `host:pid`. */
function placeOf(leaseOwner: string | null): { where: string; host: string } {
  const host = leaseOwner?.slice(0, leaseOwner.lastIndexOf(":"));
  if (!host) return { where: "unknown", host: "" };
  return { where: host === hostname() ? "here" : "elsewhere", host };
}
