import { filesHaveReason } from "./rules/images/files-have-reason.ts";
import { filesWhole } from "./rules/images/files-whole.ts";
import { imagesMatch } from "./rules/images/images-match.ts";
import { rowsHaveFiles } from "./rules/images/rows-have-files.ts";
import { spooledIsKept } from "./rules/images/spooled-is-kept.ts";
import { storingIsKept } from "./rules/images/storing-is-kept.ts";
import { toldImagesServed } from "./rules/images/told-images-served.ts";
import { uninterruptedIsKept } from "./rules/images/uninterrupted-is-kept.ts";
import { answersExpected } from "./rules/money/answers-expected.ts";
import { chargedOnce } from "./rules/money/charged-once.ts";
import { chargesTold } from "./rules/money/charges-told.ts";
import { createsKept } from "./rules/money/creates-kept.ts";
import { retriesOnce } from "./rules/money/retries-once.ts";
import { sentAsAllowed } from "./rules/money/sent-as-allowed.ts";
import type { Rule } from "./rules/rule.ts";
import { eventsNumbered } from "./rules/truth/events-numbered.ts";
import { foldIsSnapshot } from "./rules/truth/fold-is-snapshot.ts";
import { generationsAgree } from "./rules/truth/generations-agree.ts";
import { holdersWrite } from "./rules/truth/holders-write.ts";
import { keyUnspoken } from "./rules/truth/key-unspoken.ts";
import { noneStuck } from "./rules/truth/none-stuck.ts";
import { readersAgree } from "./rules/truth/readers-agree.ts";
import { serversLive } from "./rules/truth/servers-live.ts";
import { toldStays } from "./rules/truth/told-stays.ts";
import { transitionsAllowed } from "./rules/truth/transitions-allowed.ts";

/** Every promise that a run is held to: money, pictures, presses, truth, the events, the processes. */
export const rules: readonly Rule[] = [
  chargedOnce,
  sentAsAllowed,
  chargesTold,
  spooledIsKept,
  storingIsKept,
  uninterruptedIsKept,
  toldImagesServed,
  rowsHaveFiles,
  filesHaveReason,
  filesWhole,
  imagesMatch,
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
