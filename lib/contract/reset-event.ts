/** Sent instead of a replay when the cursor is older than the log: take a new snapshot. */
export const resetEventType = "reset";
