const keyPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/\d{1,9}$/;

/** Whether a path below the spool's folder is that of an entry: the attempt's id, and the place of its picture. */
export function isSpoolKey(key: string): boolean {
  return keyPattern.test(key);
}

/** The attempt that an entry of the spool belongs to. */
export function attemptIdOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}
