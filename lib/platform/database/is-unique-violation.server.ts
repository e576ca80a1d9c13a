/** Whether a query failed because such a row exists already. For the client's own methods, not for raw SQL. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
