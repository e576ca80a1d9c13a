import type { AttemptChange } from "../../evidence.ts";
import type { Rule } from "../rule.ts";

/**
 * Under a lease only its holder writes; a stop may cancel what was not sent. Another may take over when the lease has run
 * out, not before. Who wrote is known on PostgreSQL only: the embedded database has one process.
 */
export const holdersWrite: Rule = {
  name: "holders-write",
  promise: "only the holder of a lease writes, and nobody takes over before it has run out",
  find: ({ changes }) => changes.flatMap((change) => judge(change)),
};

function judge(change: AttemptChange): string[] {
  const { attemptId, at, from, to, fromFence, toFence, owner, leaseUntil, writerPid } = change;
  const isHeld = ["claimed", "sending", "receiving", "storing"].includes(from ?? "");
  if (!isHeld || owner === null) return [];

  const isTakeOver = from === to && toFence > fromFence;
  if (isTakeOver) {
    const isEarly = leaseUntil !== null && at < leaseUntil;
    return isEarly
      ? [`attempt ${attemptId} was taken over ${leaseUntil - at} ms before its lease ran out`]
      : [];
  }
  const holderPid = Number(owner.split(":").at(-1));
  const isOthers = writerPid !== null && writerPid !== holderPid && to !== "canceled";
  return isOthers
    ? [
        `attempt ${attemptId} went from ${from} to ${to} by process ${writerPid}, while ${holderPid} held it`,
      ]
    : [];
}
