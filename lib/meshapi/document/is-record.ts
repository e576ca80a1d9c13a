/** Whether a value of JSON is an object, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null;
  return isObject && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
