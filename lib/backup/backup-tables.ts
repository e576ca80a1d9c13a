/** The tables of a backup, each after those that it refers to, with the columns that order its rows. */
export const backupTables = [
  { name: "User", order: ["id"] },
  { name: "Project", order: ["id"] },
  { name: "Generation", order: ["id"] },
  { name: "Attempt", order: ["id"] },
  { name: "Image", order: ["id"] },
  { name: "Setting", order: ["userId", "key"] },
] as const;

/** What a backup leaves out, and why. A test compares both lists with prisma/schema.prisma. */
export const leftOutTables = {
  Event: "A log of seven days, for browsers that are connected; they start anew after a restore.",
  Pause: "Why nothing is sent right now: not true any more when it is restored.",
};
