import type { FailureKind } from "./failure-kind.ts";
import { isAboutMoney, isMiniMaxMoney } from "./is-about-money.ts";
import { isAboutStreaming } from "./is-about-streaming.ts";
import { isMiniMaxRefusal, isRefusal } from "./is-refusal.ts";
import { judgeBegun, judgeRequest, refusedStatuses, unsureStatuses } from "./judge-request.ts";
import {
  type Heard,
  isFree,
  isFreeItself,
  listen,
  statusTold,
  type TellsFailure,
} from "./listen.ts";
import { statesMoney, statesRefusal, statesStreaming } from "./plain-statements.ts";
import { saysCharged, saysMade } from "./says-charged.ts";
import { saysRefusal } from "./says-refusal.ts";
import { tellsBroken } from "./tells-broken.ts";

export interface Judgement {
  kind: FailureKind;
  charged: "no" | "likely" | null;
  /** Whether it is a refusal of which nothing but words tells: no code, and no status. */
  isByWords: boolean;
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
  const isByWords = kind === "refused" && isInside && !isByCode(said);
  return { kind, isByWords, charged: chargedOf(kind, said) };
}

function chargedOf(kind: FailureKind, said: Heard): Judgement["charged"] {
  switch (kind) {
    case "unknown":
      return null;
    case "broken":
      return "likely";
    case "rate":
    case "free":
      return "no";
    default:
      // Some bill what they made and do not hand out, and what they turned away.
      return saysCharged(said, { isOfKey: kind === "money" || kind === "unauthorized" })
        ? "likely"
        : "no";
  }
}

function isByCode(said: Heard): boolean {
  const isStated = statesRefusal({ ...said, heard: [] }, { isInside: true });
  return isStated || isMiniMaxRefusal(said) || statusTold(said) > 0;
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
    const own = {
      code: "",
      message: "",
      details,
      status: status || failure.status,
      isBilled: false,
    };
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
  const isBroken = (status === 400 || status === 422) && tellsBroken(said);
  if ((!isTurnedAway || isBroken) && !saysCharged(said)) {
    if (said.codes.some((code) => freeCodes.has(code)) || isFree(said)) return "free";
  }

  if (isBroken) return isInside ? "broken" : "unknown";
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
  if (statesRefusal(said, { isInside }) || isMiniMaxRefusal(said)) return "refused";
  // A 5xx says itself that something broke; in a 2xx the words are all there is.
  if (isInside && saysRefusal(said.heard)) return "refused";
  return statesMoney(said) || isMiniMaxMoney(said) ? "money" : null;
}
