import * as z from "zod";
import { headerFault } from "#lib/meshapi/transport/header-fault.ts";
import { trimBlanks } from "#lib/platform/text/trim-secret.ts";
import type { MessageKey } from "#messages/messages.ts";

const headersMax = 32;
const valueCharactersMax = 4_000;

/** A change of the headers that are sent with each request: null takes one away. What is around a value is no part of it. */
export const headerChangesSchema = z
  .record(
    z.string(),
    z
      .string("refusals.headerText" satisfies MessageKey)
      .transform(trimBlanks)
      .nullable(),
  )
  .superRefine((headers, context) => {
    const fault = headersFault(headers);
    // At the whole, naming the header: there is one field for all of them.
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

/** Says why such headers cannot be sent, naming the one; null when they can. */
export function headersFault(headers: Record<string, string | null>): string | null {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (names.length > headersMax) return `There may be ${headersMax} further headers at most.`;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) return `The header ${twice} is there twice.`;

  for (const [name, value] of Object.entries(headers)) {
    const fault =
      headerFault({ name, value: value ?? "", hasKey: true }) ?? lengthFault(name, value);
    if (fault) return fault;
  }
  return null;
}

function lengthFault(name: string, value: string | null): string | null {
  if (value === "") return `Write a value for the header ${name}.`;
  if (value === null || value.length <= valueCharactersMax) return null;
  return `The value of ${name} is ${valueCharactersMax.toLocaleString("en")} characters at most.`;
}
