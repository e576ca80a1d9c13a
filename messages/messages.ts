import type { CompiledMessage } from "icu-minify/format";
import type english from "#messages/en.json";

type Catalogue = typeof english;

/** A group of messages, which reaches the browser as a whole. */
export type MessageSpace = keyof Catalogue;

/** The name of a message, as "ui.close". What the English catalogue lacks does not compile. */
export type MessageKey = {
  [Space in MessageSpace]: `${Space}.${Extract<keyof Catalogue[Space], string>}`;
}[MessageSpace];

/** Compiled messages, by space and name; a page has those of its screen. */
export type Messages = Readonly<Record<string, Readonly<Record<string, CompiledMessage>>>>;
