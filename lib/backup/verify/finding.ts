import type { StoredFile } from "#lib/storage/blob-store.ts";

/**
 * What a verification can find: what it is called for people, and what to do about it. A difference is one between rows and files
 * that should not be; the others are only told.
 */
export const findingKinds = {
  "original-missing": {
    title: "Pictures whose file is missing",
    advice: "Bring them back from a backup: npm run verify -- --repair --from BACKUP_DIR",
    isDifference: true,
  },
  "original-damaged": {
    title: "Pictures whose file has other bytes than it was stored with",
    advice:
      "Bring them back from a backup: npm run verify -- --repair --from BACKUP_DIR. Without one, --repair moves them to DATA_DIR/damaged.",
    isDifference: true,
  },
  "thumbnail-missing": {
    title: "Thumbnails that are missing",
    advice: "npm run verify -- --repair makes them anew from the pictures.",
    isDifference: true,
  },
  "thumbnail-damaged": {
    title: "Thumbnails that are no whole picture",
    advice: "npm run verify -- --repair makes them anew from the pictures.",
    isDifference: true,
  },
  "file-without-row": {
    title: "Files that no picture in the gallery speaks of",
    advice:
      "They may be pictures that were paid for: npm run verify -- --repair moves them to DATA_DIR/orphans, where you can look at them.",
    isDifference: true,
  },
  "thumbnail-without-row": {
    title: "Thumbnails of pictures that the gallery does not have",
    advice: "npm run verify -- --repair deletes them.",
    isDifference: true,
  },
  "blob-unused": {
    title: "Pictures in the database that no image and no input refers to",
    advice:
      "npm run verify -- --repair moves them to DATA_DIR/orphans, and deletes their rows and thumbnails; with the embedded database, once the studio is stopped.",
    isDifference: true,
  },
  "unfinished-file": {
    title: "Unfinished files that a killed process left behind",
    advice: "The studio sweeps them by itself; npm run verify -- --repair does it now.",
    isDifference: false,
  },
  "partial-left": {
    title: "Looks at unfinished pictures whose request has ended",
    advice: "npm run verify -- --repair deletes them.",
    isDifference: true,
  },
  "spool-settled": {
    title: "Pictures in the spool that are in the gallery too",
    advice: "npm run verify -- --repair deletes them from the spool.",
    isDifference: true,
  },
  "spool-without-attempt": {
    title: "Pictures in the spool whose request the database does not know",
    advice:
      "They may have been paid for: npm run verify -- --repair moves them to DATA_DIR/orphans.",
    isDifference: true,
  },
  "spool-unexplained": {
    title: "Pictures in the spool of requests that were never sent",
    advice: "They may have been paid for. Look at them, and report this, please.",
    isDifference: true,
  },
  "attempt-stuck": {
    title: "Requests that nobody has worked on for long",
    advice: "Restart the studio: it settles them at its start. If they stay, report this, please.",
    isDifference: true,
  },
  "state-wrong": {
    title: "Generations whose state does not follow from their requests",
    advice: "Nothing is lost, but the screen says something untrue. Report this, please.",
    isDifference: true,
  },
  "spool-on-the-way": {
    title: "Pictures in the spool that are on their way",
    advice: "The studio puts them in their place while it runs.",
    isDifference: false,
  },
  "spool-unusable": {
    title: "Answers in the spool that were no usable pictures",
    advice: "They are kept because they were paid for: look at them, and delete them if you wish.",
    isDifference: false,
  },
  "attempt-waiting": {
    title: "Requests that are settled when the studio starts",
    advice: "It was stopped before they ended.",
    isDifference: false,
  },
  "attempt-elsewhere": {
    title: "Requests whose picture is in the data folder of a process that does not run",
    advice: "Start that one again: the card of the picture says where.",
    isDifference: false,
  },
  "foreign-file": {
    title: "Files among the pictures that are none of the studio's",
    advice: "It leaves them alone.",
    isDifference: false,
  },
} as const;

export type FindingKind = keyof typeof findingKinds;

export interface Finding {
  kind: FindingKind;
  /** The path below the data folder, or the id of a row. */
  subject: string;
  /** One sentence more, for people. */
  detail?: string;
  /** Of a thumbnail: the path of its picture. */
  original?: string;
  /** Of files of the store: as they were looked at, so that a repair notices that one is another now. */
  files?: readonly StoredFile[];
}

/** Whether something is not as it should be. */
export function isDifference({ kind }: Finding): boolean {
  return findingKinds[kind].isDifference;
}
