import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import english from "#messages/en.json" with { type: "json" };
import type { Messages } from "#messages/messages.ts";

type Catalogue = typeof english;

/** Each with every message of the English one. */
const catalogues = { en: english } satisfies Record<string, Catalogue>;

export type Language = keyof typeof catalogues;

/** All that there are. */
export const languages = Object.keys(catalogues).filter(isLanguage);

const compiled = new Map<Language, Messages>();

/** All messages of a language, compiled once in a process: the browser is given what needs no parser, and no `eval`. */
export function readMessages(language: Language): Messages {
  const messages = compiled.get(language) ?? compileAll(catalogues[language]);
  compiled.set(language, messages);
  return messages;
}

/** The language that a browser asks for first of those that there are; English for one that asks for none of them. */
export function chooseLanguage(acceptLanguage: string | null): Language {
  const asked = (acceptLanguage ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", weight = "1"] = range.split(/;\s*q=/);
      return { language: tag.trim().split("-")[0]?.toLowerCase() ?? "", weight: Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  return asked.map(({ language }) => language).find(isLanguage) ?? "en";
}

function isLanguage(name: string): name is Language {
  return Object.hasOwn(catalogues, name);
}

function compileAll(
  catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Messages {
  return mapValues(catalogue, (space) => mapValues(space, compilePlain));
}

/** React hands plain objects to the browser and no others; the branches that the compiler makes have no prototype. */
function compilePlain(message: string): CompiledMessage {
  return JSON.parse(JSON.stringify(compile(message)));
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (from: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
