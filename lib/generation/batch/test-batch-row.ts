/** The row of a press of one generation, under a key of its own. */
export function batchRow({ id, userId }: { id: string; userId: string }) {
  return { id, userId, idempotencyKey: id, requestHash: "", kind: "single", spec: {} };
}
