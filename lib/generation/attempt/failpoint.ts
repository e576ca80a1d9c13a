/**
 * The instants of an attempt's life at which a crash is worth trying: just after a step is durable, and before the
 * next. `npm run crash` ends the process at each of them.
 */
export const failpoints = [
  /** The generation is written, its transaction not committed. */
  "create-writing",
  /** It is committed, and not answered. */
  "create-committed",
  /** An attempt is claimed. */
  "claimed",
  /** It is committed as `sending`; no byte has left. */
  "sending",
  /** It is committed as `receiving`. */
  "receiving",
  /** A picture is in the spool; the attempt does not say so yet. */
  "spooled",
  /** It is committed as `storing`. */
  "storing",
  /** One picture's files are in place; its row is not written. */
  "filed",
  /** The rows and the end are written, their transaction is not committed. */
  "keeping",
  /** They are committed; the spool still has the picture. */
  "kept",
  /** The recovery has taken an attempt over. */
  "taken-over",
  /** The recovery has read the spool, and changed nothing yet. */
  "adopting",
  /** The recovery has ended an attempt. */
  "recovered",
  /** Stop has changed some of the attempts. */
  "stopping",
  /** A retry is written, its transaction not committed. */
  "retry-writing",
] as const;

export type Failpoint = (typeof failpoints)[number];

/** Told of every failpoint as it is reached. It returns at once, or never. */
export type FailpointHook = (point: Failpoint) => void;
