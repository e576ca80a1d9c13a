import { type Catalogue, valuesOf } from "./find-key-faults.ts";

/** What a translation lacks of the English catalogue, has beyond it, or says with other values. */
export function findTranslationFaults(english: Catalogue, other: Catalogue): string[] {
  const [wanted, given] = [flatten(english), flatten(other)];

  return [
    ...[...wanted.keys()].filter((key) => !given.has(key)).map((key) => `${key} is missing`),
    ...[...given.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} is not in English`),
    ...[...wanted].flatMap(([key, message]) => {
      const translated = given.get(key);
      if (translated === undefined) return [];

      const [before, after] = [valuesOf(message), valuesOf(translated)];
      return unmatched(before, after).map((name) => `${key}: ${name} does not match`);
    }),
  ];
}

function unmatched(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...before, ...after].filter((name) => !before.has(name) || !after.has(name));
}

function flatten(catalogue: Catalogue): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([space, own]) =>
      Object.entries(own).map(([name, message]) => [`${space}.${name}`, message] as const),
    ),
  );
}
