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

/** What was kept of a tray; what is strange in it is left out, and so is what had not arrived. */
export function readReferences(kept: unknown): Reference[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (one) => one?.state === "ready" && one.input?.role === "reference" && one.key && one.name,
  );
}
