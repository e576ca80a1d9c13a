import * as z from "zod";

/** Parameters that this client does not know, as a model has them: JSON by name. */
export type ExtraParameters = Record<string, z.core.util.JSONType>;

const namesMax = 50;
const depthMax = 8;
const valuesMax = 2_000;
const charactersMax = 32_768;

/** Names of how many pictures are made, in other APIs: the client's `n` alone decides what is paid for. */
const counts = [
  "num_images",
  "num_images_per_prompt",
  "number_of_images",
  "num_outputs",
  "n_samples",
  "num_samples",
  "samples",
  "sample_count",
  "batch_size",
  "batch_count",
  "best_of",
];

/** `extra`: sent beside the others, and never in place of one that is known. */
export function createExtraSchema(knownNames: readonly string[]) {
  const taken = new Set([...knownNames, ...counts].map(plain));
  const check = (value: unknown) => extraFault(value, taken);

  return z.custom<ExtraParameters>((value) => check(value) === null, {
    error: ({ input }) => check(input) ?? "This is no JSON object.",
  });
}

/** Some servers read names without minding case and dashes. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]/g, "");
}

function extraFault(value: unknown, taken: ReadonlySet<string>): string | null {
  if (!isPlainObject(value)) return 'Write a JSON object, as {"style": "vivid"}.';

  const names = Object.keys(value);
  if (names.length > namesMax) return `At most ${namesMax} further parameters are sent.`;
  for (const name of names) {
    if (!/^[A-Za-z][\w.-]{0,63}$/.test(name)) {
      return "A parameter's name has letters, digits, dots and dashes: 64 at most.";
    }
    if (taken.has(plain(name)) || name === "constructor") {
      return `${name} is not one of the further parameters: it is set by its own field, or by the studio.`;
    }
  }
  return valueFault(value);
}

/** Without recursion: what is nested a hundred thousand times must not end the process. */
function valueFault(value: object): string | null {
  let level: unknown[] = [value];
  let characters = 0;
  let values = 0;

  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthMax) return `It is nested more than ${depthMax} times.`;
    values += level.length;
    const texts = level.flatMap(textsOf);
    characters += texts.reduce((sum, text) => sum + text.length, 0);
    if (values > valuesMax || characters > charactersMax) return "It is too long: 32 kB at most.";
    if (texts.some((text) => text.includes("\0") || !text.isWellFormed())) {
      return "It contains a NUL or a broken character (half of a surrogate pair): remove it.";
    }
    if (!level.every(isJson)) return "It contains something that JSON cannot hold.";
    if (level.some(losesDigits)) {
      return "It contains a number of so many digits that the last ones would be lost: write it as a text.";
    }
    level = level.flatMap((inner) =>
      typeof inner === "object" && inner !== null ? Object.values(inner) : [],
    );
  }
  return null;
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return isPlainObject(value) ? Object.keys(value) : [];
}

function isJson(value: unknown): boolean {
  if (value === null || Array.isArray(value) || isPlainObject(value)) return true;
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" || typeof value === "boolean";
}

/** Beyond 2^53 there is not every whole number. */
function losesDigits(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
