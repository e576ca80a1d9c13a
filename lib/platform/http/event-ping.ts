/** The sign of life of an event stream, as an event: a page can hear it, which it cannot a comment. */
export const eventPing = { type: "ping", everyMs: 15_000 } as const;
