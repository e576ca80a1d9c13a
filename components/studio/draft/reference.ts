import type { InputRequest } from "#lib/contract/input/input-view.ts";

/** A picture in the tray: it is here, on its way to the server, or did not arrive. */
export type Reference = {
  /** Tells it from the others of its tray. */
  key: string;
  /** For people: its file's name, or the prompt that made it. */
  name: string;
} & (
  | {
      state: "ready";
      input: InputRequest;
      /** What it is by now, and what it was, where it was made to fit. */
      fitted?: string;
    }
  | { state: "sending"; preview: string /** From 0 to 1. */; progress: number }
  | { state: "failed"; preview: string; message: string }
);

/** What is sent of a tray to a model that looks at so many. */
export function inputsOf(
  references: readonly Reference[],
  { referencesMax }: { referencesMax: number },
): { inputs?: InputRequest[] } {
  const ready = references.flatMap((one) => (one.state === "ready" ? [one.input] : []));
  return ready.length > 0 && referencesMax > 0 ? { inputs: ready.slice(0, referencesMax) } : {};
}

/** What is kept of a tray: what did not arrive yet is sent on by whoever opens the draft again. */
export function toKeptReferences(references: readonly Reference[]): Reference[] {
  return references.map((one) =>
    one.state === "ready"
      ? one
      : { key: one.key, name: one.name, state: "sending", preview: "", progress: 0 },
  );
}

/** What was kept of a tray; what is strange in it is left out. */
export function readReferences(kept: unknown): Reference[] {
  if (!Array.isArray(kept)) return [];
  const known = kept.filter((one) => one?.key && one.name);
  const isSent = (one: Reference) => one.state === "ready" && one.input?.role === "reference";
  return toKeptReferences(known.filter((one) => one.state === "sending" || isSent(one)));
}
