/** What waits, when there is no room on the disk: everything. */
export const diskSubject = "disk";

const keyPrefix = "key:";

/** What waits, when a gateway said so: whatever would be sent by this key (`ImageEngine.keyId`). */
export function keySubject(keyId: string): string {
  return `${keyPrefix}${keyId}`;
}

/** The rows of all keys, for a query. */
export const anyKeySubject = { startsWith: keyPrefix };
