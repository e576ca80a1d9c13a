import { hear } from "../words/describe-failure.ts";
import type { Bill } from "../words/read-bills.ts";
import type { FailureKind } from "./failure-kind.ts";
import { isAboutMoney, isMiniMaxMoney } from "./is-about-money.ts";
import { isAboutStreaming } from "./is-about-streaming.ts";
import { isMiniMaxRefusal, isRefusal, saysRefusal } from "./is-refusal.ts";
import { judgeBegun, judgeRequest, refusedStatuses, unsureStatuses } from "./judge-request.ts";
import { statesMoney, statesRefusal, statesStreaming } from "./plain-statements.ts";
import { saysCharged, saysMade } from "./says-charged.ts";
import { saysFree } from "./says-free.ts";

export interface Judgement {
  kind: FailureKind;
  charged: "no" | "likely" | null;
}

interface TellsFailure {
  /** Of 2xx where it was told inside a stream, or in the body of a success. */
  status: number;
  /** The client's, or the gateway's first one. */
  code: string;
  message: string;
  parameter: string | null;
  details: unknown;
  /** Of a 503, what its header says, and nothing else. */
  retryAfterSeconds: number | null;
}

/** What is heard of one failure, its codes in lower case and without dashes. */
interface Heard {
  codes: string[];
  heard: string[];
  bills: Bill[];
  /** What failed one beside or after the other. */
  faults: unknown[];
  isMiniMax: boolean;
}

/** Codes of MeshAPI after which the picture may exist, whatever the status. */
const ambiguousCodes = new Set([
  "gatewaytimeout",
  "providertimeout",
  "badresponse",
  "connectionerror",
  "allmodelsfailed",
  "allprovidersfailed",
  "timeout",
  "timedout",
  "timeouterror",
  "requesttimeout",
  "upstreamtimeout",
]);

const freeCodes = new Set(["providerjobfailed", "provideroverloaded"]);

/** Tells what a gateway's error means for the request and its cost, by all that it says and where it says it. */
export function judgeFailure(failure: TellsFailure): Judgement {
  const said = listen(failure);
  const isInside = failure.status >= 200 && failure.status < 300;
  const kind = agreedOf(failure, said, isInside);

  switch (kind) {
    case "unknown":
      return { kind, charged: null };
    case "broken":
      return { kind, charged: "likely" };
    case "rate":
    case "free":
      return { kind, charged: "no" };
    default:
      // Some bill what they made and do not hand out, and what they turned away.
      return {
        kind,
        charged: saysCharged(said, { isOfMoney: kind === "money" }) ? "likely" : "no",
      };
  }
}

function listen({ code, message, details }: TellsFailure): Heard {
  const said = hear(details);
  const codes = [code, ...said.codes].map((word) => word.toLowerCase().replaceAll(/[^a-z\d]/g, ""));

  return {
    codes: [...new Set(codes)].filter(Boolean),
    heard: [...new Set([message, ...said.heard])],
    bills: said.bills,
    faults: said.faults,
    isMiniMax: said.isMiniMax,
  };
}

/** Of several faults all must be free: one that may have been paid for is not freed by what is said of another. */
function agreedOf(failure: TellsFailure, said: Heard, isInside: boolean): FailureKind {
  const kind = kindOf(failure, said, isInside);
  const isSure = kind !== "unknown" && kind !== "broken";
  if (said.faults.length === 0 || (kind === "free" && isFreeItself(said))) return kind;

  const faults = said.faults.map((details) => {
    const status = isInside
      ? 0
      : statusTold(listen({ ...failure, code: "", message: "", details }));
    const own = { code: "", message: "", details, status: status || failure.status };
    return judgeFailure({ ...failure, ...own });
  });
  if (isSure && faults.some(({ charged }) => charged !== "no"))
    return isInside ? "broken" : "unknown";
  const isAmbiguous = said.codes.some((code) => ambiguousCodes.has(code));
  return !isSure && !isAmbiguous && faults.every((fault) => fault.kind === "refused")
    ? "refused"
    : kind;
}

function kindOf(failure: TellsFailure, said: Heard, isInside: boolean): FailureKind {
  const status = isInside ? statusTold(said) : failure.status;
  const isTurnedAway =
    (status >= 400 && status < 500 && !unsureStatuses.has(status)) || status === 501;
  const isAmbiguous = said.codes.some((code) => ambiguousCodes.has(code));
  if (failure.status === 402) return "money";
  // Whatever else is said: what broke at one provider may be what another one refused before.
  if (isAmbiguous) {
    return !isTurnedAway && !saysCharged(said) && isFreeItself(said) ? "free" : "unknown";
  }

  if (status === 402) return "money";
  const kind = isTurnedAway
    ? kindOfRefusal(failure, said, status)
    : kindOfTrouble(said, { isInside, isCharged: !isInside && saysCharged(said) });
  if (kind) return kind;

  const mayBeCharged = saysCharged(said) || saysMade(said);
  // A rate is sent again by itself: whatever is said, only these are proof that nothing was begun. After a 2xx it has.
  const isUnbegun =
    !isInside && (status === 429 || (status === 503 && failure.retryAfterSeconds !== null));
  if (isUnbegun && !mayBeCharged) return "rate";
  if (!isTurnedAway && !saysCharged(said)) {
    if (said.codes.some((code) => freeCodes.has(code)) || isFree(said)) return "free";
  }

  if (!isInside) return judgeRequest({ ...failure, ...said });
  // After a 2xx only a plain word about the request is a word that nothing was made.
  return judgeBegun({ ...failure, ...said, status }) ?? "broken";
}

/** Of a request that was turned away, by the words that people use for it; null where it is about something else. */
function kindOfRefusal(
  { parameter, retryAfterSeconds }: TellsFailure,
  said: Heard,
  status: number,
): FailureKind | null {
  const canJudgeWords = status !== 401 && status !== 404 && status !== 405;
  const ofStream = refusedStatuses.has(status) && status !== 401;
  if (ofStream && isAboutStreaming({ heard: said.heard, parameter })) return "streaming";
  // By its own name: unavailable for legal reasons (RFC 7725).
  const isLawful = status === 451;
  if (isLawful || isRefusal({ ...said, heard: canJudgeWords && status !== 429 ? said.heard : [] }))
    return "refused";
  // A 401 that does not speak of the key may be about its money.
  const ofMoney = status === 401 ? said.heard.filter((text) => !/\bkey\b/i.test(text)) : [];
  const heard = canJudgeWords ? said.heard : ofMoney;
  const asksToWait = retryAfterSeconds !== null;
  return isAboutMoney({ ...said, heard, asksToWait }) ? "money" : null;
}

/** Of a server that failed, or that had begun: it is believed where there is little doubt, and it speaks of no bill. */
function kindOfTrouble(
  said: Heard,
  { isInside, isCharged }: { isInside: boolean; isCharged: boolean },
): FailureKind | null {
  if (isCharged) return null;
  if (statesStreaming(said)) return "streaming";
  if (statesRefusal(said) || isMiniMaxRefusal(said)) return "refused";
  // A 5xx says itself that something broke; in a 2xx the words are all there is.
  if (isInside && saysRefusal(said.heard)) return "refused";
  return statesMoney(said) || isMiniMaxMoney(said) ? "money" : null;
}

/** Whether the error says of itself that it was free, and not only one of its faults. */
function isFreeItself(said: Heard): boolean {
  const faults = said.faults.flatMap((fault) => hear(fault).heard);
  const isOfFault = (text: string) => faults.some((other) => text.includes(other));
  return isFree({ ...said, heard: said.heard.filter((text) => !isOfFault(text)) });
}

function isFree({ bills, heard }: Heard): boolean {
  return bills.includes("not_charged") || heard.some(saysFree);
}

/** Numbers of MiniMax's `base_resp`, which it tells with 200. https://platform.minimax.io/docs/api-reference/errorcode */
const miniMaxStatuses: Record<string, number> = {
  "1004": 401,
  "2013": 422,
  "2049": 401,
};

/** The status that an error in a 2xx gives as its code, as OpenRouter does; 0 where it gives none. */
function statusTold({ codes, isMiniMax }: Heard): number {
  const miniMax = isMiniMax ? codes.map((code) => miniMaxStatuses[code]).find(Boolean) : undefined;
  return miniMax ?? Number(codes.find((code) => /^[45]\d\d$/.test(code)) ?? 0);
}
