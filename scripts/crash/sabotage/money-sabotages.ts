import type { Sabotage } from "./sabotage.ts";

/** Ways to buy twice, or to be untrue about it. */
export const moneySabotages: readonly Sabotage[] = [
  {
    name: "drop-the-fence",
    what: "changes and renewals do not ask under which fence",
    database: "postgres",
    kills: 30,
    changes: [
      {
        file: "lib/generation/attempt/change-attempt.server.ts",
        find: "where: { id, state: from, fence },",
        replace: "where: { id, state: from },",
      },
      {
        file: "lib/generation/attempt/claim-attempt.server.ts",
        find: `WHERE id = \${id}::uuid AND fence = \${fence}::int
      AND state IN`,
        replace: `WHERE id = \${id}::uuid AND 0 <= \${fence}::int
      AND state IN`,
      },
    ],
    caughtBy: ["holders-write"],
  },
  {
    name: "retry-on-502",
    what: "what may have been charged is sent again",
    database: "embedded",
    kills: 4,
    changes: [
      {
        file: "lib/generation/pause/verdict.ts",
        find: `if (error.sent === "maybe") return { command: "lose" };`,
        replace: `if (error.sent === "maybe" && counts.refusedCount < refusedMax) {
    return { command: "requeue", counts: "refusedCount", delayMs: 1_000 };
  }`,
      },
    ],
    caughtBy: ["charged-once", "sent-as-allowed"],
  },
  {
    name: "send-before-commit",
    what: "the first byte leaves before `sending` is committed",
    database: "embedded",
    kills: 8,
    changes: [
      {
        file: "lib/generation/run/run-attempt.server.ts",
        find: `const isOurs = await lease.change({
      command: "send",`,
        replace: `const commit = () => lease.change({
      command: "send",`,
      },
      {
        file: "lib/generation/run/run-attempt.server.ts",
        find: `if (!isOurs) return;
    context.hitFailpoint("sending");
    if (engine) await askEngine(context, { lease, engine, signal });`,
        replace: `context.hitFailpoint("sending");
    const late: AttemptLease = {
      ...lease,
      change: async (change) => {
        if (lease.state() === "claimed") await commit();
        return lease.change(change);
      },
    };
    if (engine) await askEngine(context, { lease: late, engine, signal });`,
      },
    ],
    caughtBy: ["charged-once", "sent-as-allowed"],
  },
  {
    name: "recover-at-boot",
    what: "all that runs is taken for dead, and done again",
    database: "embedded",
    kills: 6,
    changes: [
      {
        file: "lib/generation/recover/recover-attempts.server.ts",
        find: "const round = { isStoreDown: false };",
        replace: `await context.client.$executeRaw\`
    UPDATE "Attempt" SET state = 'queued', "leaseOwner" = NULL, "leaseUntil" = NULL
    WHERE state IN ('claimed', 'sending', 'receiving', 'storing')\`;
  const round = { isStoreDown: false };`,
      },
    ],
    caughtBy: ["charged-once", "sent-as-allowed"],
  },
  {
    name: "two-charges",
    what: "a press makes a generation each time it is sent",
    database: "embedded",
    kills: 4,
    changes: [
      {
        file: "lib/generation/batch/create-batch.server.ts",
        find: "idempotencyKey,\n        requestHash",
        replace: "idempotencyKey: uuidv7(),\n        requestHash",
      },
    ],
    caughtBy: ["creates-kept"],
  },
  {
    name: "deny-the-charge",
    what: "what became unknown is said to have cost nothing",
    database: "embedded",
    kills: 8,
    changes: [
      {
        file: "lib/generation/recover/recover-attempt.server.ts",
        find: `    command: "lose",
    set: () => ({ ...error, errorReason }),`,
        replace: `    command: "fail",
    set: () => ({ ...error, errorReason, charged: "no" }),`,
      },
    ],
    caughtBy: ["charges-told"],
  },
];
