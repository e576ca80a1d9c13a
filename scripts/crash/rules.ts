import { answersExpected } from "./rules/answers-expected.ts";
import { chargedOnce } from "./rules/charged-once.ts";
import { chargesTold } from "./rules/charges-told.ts";
import { createsKept } from "./rules/creates-kept.ts";
import { eventsNumbered } from "./rules/events-numbered.ts";
import { filesHaveReason } from "./rules/files-have-reason.ts";
import { filesWhole } from "./rules/files-whole.ts";
import { foldIsSnapshot } from "./rules/fold-is-snapshot.ts";
import { generationsAgree } from "./rules/generations-agree.ts";
import { holdersWrite } from "./rules/holders-write.ts";
import { keyUnspoken } from "./rules/key-unspoken.ts";
import { noneStuck } from "./rules/none-stuck.ts";
import { picturesMatch } from "./rules/pictures-match.ts";
import { readersAgree } from "./rules/readers-agree.ts";
import { retriesOnce } from "./rules/retries-once.ts";
import { rowsHaveFiles } from "./rules/rows-have-files.ts";
import type { Rule } from "./rules/rule.ts";
import { sentAsAllowed } from "./rules/sent-as-allowed.ts";
import { serversLive } from "./rules/servers-live.ts";
import { spooledIsKept } from "./rules/spooled-is-kept.ts";
import { storingIsKept } from "./rules/storing-is-kept.ts";
import { toldPicturesServed } from "./rules/told-pictures-served.ts";
import { toldStays } from "./rules/told-stays.ts";
import { transitionsAllowed } from "./rules/transitions-allowed.ts";
import { uninterruptedIsKept } from "./rules/uninterrupted-is-kept.ts";

/** Every promise that a run is held to: money, pictures, presses, truth, the events, the processes. */
export const rules: readonly Rule[] = [
  chargedOnce,
  sentAsAllowed,
  chargesTold,
  spooledIsKept,
  storingIsKept,
  uninterruptedIsKept,
  toldPicturesServed,
  rowsHaveFiles,
  filesHaveReason,
  filesWhole,
  picturesMatch,
  createsKept,
  retriesOnce,
  answersExpected,
  toldStays,
  noneStuck,
  generationsAgree,
  transitionsAllowed,
  holdersWrite,
  eventsNumbered,
  readersAgree,
  foldIsSnapshot,
  serversLive,
  keyUnspoken,
];
