import { hear } from "../words/describe-failure.ts";
import { alphanumeric } from "../words/plain.ts";
import type { Bill } from "../words/read-bills.ts";
import { saysFree } from "./says-free.ts";

/** A failure as a gateway told it. */
export interface TellsFailure {
  /** Of 2xx where it was told inside a stream, or in the body of a success. */
  status: number;
  /** The client's, or the gateway's first one. */
  code: string;
  message: string;
  parameter: string | null;
  details: unknown;
  /** Of a 503, what its header says, and nothing else. */
  retryAfterSeconds: number | null;
  /** Whether a header, or another event, tells that it costs. */
  isBilled: boolean;
}

/** What is heard of one failure, its codes in lower case and without dashes. */
export interface Heard {
  codes: string[];
  errorCodes: string[];
  reasons: string[];
  heard: string[];
  bills: Bill[];
  /** What failed one beside or after the other. */
  faults: unknown[];
  isMiniMax: boolean;
}

/** Gathers all that a failure says, to be judged by. */
export function listen({ code, message, details, isBilled }: TellsFailure): Heard {
  const said = hear(details);
  const named = (words: readonly string[]) => [...new Set(words.map(alphanumeric))];

  return {
    codes: named([code, ...said.codes]).filter(Boolean),
    errorCodes: named(said.errorCodes),
    reasons: named(said.reasons),
    heard: [...new Set([message, ...said.heard])],
    bills: isBilled ? [...said.bills, "cost"] : said.bills,
    faults: said.faults,
    isMiniMax: said.isMiniMax,
  };
}

/** The status that an error in a 2xx gives as its code, as OpenRouter does; 0 where it gives none. */
export function statusTold({ codes, isMiniMax }: Heard): number {
  const miniMax = isMiniMax ? codes.map((code) => miniMaxStatuses[code]).find(Boolean) : undefined;
  return miniMax ?? Number(codes.find((code) => /^[45]\d\d$/.test(code)) ?? 0);
}

/** Numbers of MiniMax's `base_resp`, which it tells with 200. https://platform.minimax.io/docs/api-reference/errorcode */
const miniMaxStatuses: Record<string, number> = {
  "1004": 401,
  "2013": 422,
  "2049": 401,
};

/** Whether the error says of itself that it was free, and not only one of its faults. */
export function isFreeItself(said: Heard): boolean {
  const faults = said.faults.flatMap((fault) => hear(fault).heard);
  const isOfFault = (text: string) => faults.some((other) => text.includes(other));
  return isFree({ ...said, heard: said.heard.filter((text) => !isOfFault(text)) });
}

/** Whether a word or a field of it says that nothing was charged. */
export function isFree({ bills, heard }: Heard): boolean {
  return bills.includes("not_charged") || heard.some(saysFree);
}
