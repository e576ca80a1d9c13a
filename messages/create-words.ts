import format, { type CompiledMessage, type FormatOptions } from "icu-minify/format";
import { createElement, Fragment, type ReactNode } from "react";
import type { MessageKey, Messages } from "#messages/messages.ts";

type Value = string | number | Date;

export interface Words {
  /** The sentence of a key, in the page's language. */
  (key: MessageKey, values?: Readonly<Record<string, Value>>): string;
  /** A sentence with elements in it: each is a tag of the message, and a function of what stands within it. */
  rich(
    key: MessageKey,
    values: Readonly<Record<string, Value | ((inside: ReactNode[]) => ReactNode)>>,
  ): ReactNode;
  /** As "en", for `Intl`. */
  language: string;
  messages: Messages;
}

const options: FormatOptions = {
  formatters: {
    getNumberFormat: (...how) => new Intl.NumberFormat(...how),
    getPluralRules: (...how) => new Intl.PluralRules(...how),
    getDateTimeFormat: (...how) => new Intl.DateTimeFormat(...how),
  },
};

/** What turns keys into the sentences of a language. A key that the page did not bring stands for itself. */
export function createWords(language: string, messages: Messages): Words {
  function find(key: MessageKey): CompiledMessage {
    const [space = "", name = ""] = key.split(".");
    return messages[space]?.[name] ?? key;
  }

  const t = (key: MessageKey, values: Readonly<Record<string, Value>> = {}) =>
    String(format(find(key), language, values, options));

  return Object.assign(t, {
    language,
    messages,
    rich(key: MessageKey, values: Parameters<Words["rich"]>[1]) {
      const parts = format<ReactNode>(find(key), language, values, options);
      return Array.isArray(parts) ? createElement(Fragment, null, ...parts) : parts;
    },
  });
}
