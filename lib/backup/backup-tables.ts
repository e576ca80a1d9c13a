interface BackupTable {
  name: string;
  /** The columns that order its rows. */
  order: readonly string[];
  /** How many rows are in memory at a time, where a row may have megabytes. Default: a few hundred. */
  rowsAtOnce?: number;
}

/** The tables of a backup, each after those that it refers to. */
export const backupTables: readonly BackupTable[] = [
  { name: "User", order: ["id"] },
  { name: "Gateway", order: ["id"] },
  { name: "Project", order: ["id"] },
  { name: "Batch", order: ["id"] },
  { name: "Generation", order: ["id"] },
  { name: "Attempt", order: ["id"] },
  { name: "Answer", order: ["attemptId"], rowsAtOnce: 1 },
  { name: "Blob", order: ["hash"] },
  { name: "Image", order: ["id"] },
  { name: "Input", order: ["generationId", "position"] },
  { name: "Upload", order: ["userId", "blobHash"] },
  { name: "Setting", order: ["userId", "key"] },
];

/** What a backup leaves out, and why. A test compares both lists with prisma/schema.prisma. */
export const leftOutTables = {
  Device:
    "Where browsers are told of ended presses, which is a secret; each says so anew when its settings are opened.",
  Event: "A log of seven days, for browsers that are connected; they start anew after a restore.",
  Pause: "Why nothing is sent right now: not true any more when it is restored.",
};
