/**
 * How long an interactive transaction waits to begin, and how long it may take, in milliseconds. The embedded database
 * runs one transaction at a time, so that waiting is ordinary under load; Prisma's 2 s and 5 s are not enough for it.
 */
export const transactionOptions = { maxWait: 15_000, timeout: 15_000 };
