import { gatherSaid } from "../words/gather-said.ts";
import type { Bill } from "../words/read-bills.ts";
import { withoutFreeWords } from "./says-free.ts";

const taken = "(charged|billed|deducted|debited|invoiced)";
const counted = "(credits?|points?|coins?|积分|積分|点数|點數)";

/** How much something costs, as a rule. */
const tariff =
  "back|at|per|by|based|according|separately|extra|hourly|daily|weekly|monthly|annually|yearly|for (usage|overages?|each|every)";
const offers = "usage|overages?|plans?|subscriptions?|accounts?|cards?";

/** That it was taken. */
const takenWords = [
  new RegExp(
    `\\b(?<!\\b(${offers}) (\\w+ )?)(was|were|been|got|already|successfully|fully) ${taken}\\b(?! (${tariff})\\b)`,
    "i",
  ),
  /已[经經]?(被|照常)?(扣(除|减|減|[费費款])|[计計][费費]|收[费費])/,
];

/** That it is taken, or will be. */
const chargedWords = [
  ...takenWords,
  new RegExp(
    `\\b(?<!\\b(${offers}) )(is|are|am|being|gets?|will( \\w+)? be|still|nonetheless|nevertheless|anyway|and|also|we|we['’]ve) ${taken}\\b(?! (${tariff})\\b)`,
    "i",
  ),
  /(仍然?|依然|照常|[将將]|(?<!不)[会會])(被|照常)?(扣(除|减|減|[费費款])|[计計][费費]|收[费費])/,
];

/** Of an amount: it may as well be what was spent before, or would be. */
const costWords = [
  new RegExp(
    `\\b\\d[\\d.,]* ${counted}( (was|were|has been|have been))?( been)? (used|consumed|spent|taken)\\b`,
    "i",
  ),
  new RegExp(`\\b\\d[\\d.,]* ${counted} ${taken}\\b`, "i"),
  new RegExp(`\\b(used|consumed|costs?|spent|took|${taken}) (you )?\\d[\\d.,]* ${counted}`, "i"),
  new RegExp(
    `\\b(${counted} (used|consumed|spent|charged)|(total )?(cost|charge|fee))\\s*[:=]\\s*[$€¥]?(?=[\\d.]*[1-9])\\d`,
    "i",
  ),
  /(扣(除|了|减|減)?|消耗了?)[^。，,]{0,6}\d+(\.\d+)?\s*(个|個|元|点|點|积分|積分|credits?)/i,
];

/** What is not paid back was taken. "Credits are not refunded" is to withoutFreeWords a word of what is free. */
const keptWords = [
  /\b(not|never|n['’]t|cannot|non)\b( be| been)?[ -]?(re-?imburs|refund)|\bno refunds?\b|\bwithout (a )?refund/i,
  /([不无無]|没有|沒有)(予|会|會|可|能|法|再|作)?(退[款还還回费費]|返还|返還)/,
];

/** In further languages, where nothing beside them says the contrary. */
const chargedElsewhere =
  /\b(abgebucht|in Rechnung gestellt|berechnet|belastet|factur[ée]e?s?|débitée?s?|prélevée?s?|cobrad[oa]s?|debitad[oa]s?|descontad[oa]s?|addebitat[oaie])\b|課金され|請求され|消費され(まし|ます)|消費しました|청구(되|됐)|차감(되|됐)|списан|pobran[oey]|obciążon|tahsil edil|ücretlendiril/iu;
const notElsewhere =
  /\b(nicht|kein\w*|nichts|pas|aucune?|rien|no|ning[uú]n\w*|nada|não|nenhum\w*|non|nessun\w*|nie)\b|(?<!\p{L})(не|ничего)(?!\p{L})|ない|ません|せず|않|없|못|değil|edilme|ilmedi/iu;

const made = "(generated|created|produced|rendered|completed)";
const thing = "(images?|pictures?|generations?|jobs?|tasks?|outputs?|renders?)";

/** So many in a time are what a limit counts. */
const counting =
  "((with)?in|during|over) (the |this |an? )?(last|past|current|previous|minute|hour|day|week|month)|per |today|so far|this (minute|hour|day|week|month)";

const madeWords = [
  new RegExp(
    `\\b(?<!\\b(no|without|zero|any|none of the|too many|maximum|max) )${thing}\\b[^.;!?]{0,30}\\b(was|were|been|already|successfully|and) ${made}\\b(?! (${counting}))`,
    "i",
  ),
  new RegExp(`\\b(the|your|this|an?) ${thing}\\b[^.;!?]{0,30}\\bbeing ${made}\\b`, "i"),
  new RegExp(`\\b${made} successfully\\b|\\bsuccessfully ${made}\\b`, "i"),
  // What could not succeed, or would once, has not.
  new RegExp(
    `\\b(?<!\\b(no|if|until|unless|once|when|before|after)( (an?|the|your|this|one))? )(?:${thing}|rendering|rend[ei]r|made)( (has|have|had|is|was|were))?( now| already)? (succeeded|completed|complete|finished|done|ready|made)\\b`,
    "i",
  ),
  /\b(?<!(not|never|n['’]t|cannot) (have )?)(made|generated|created|rendered|produced) (your|the|an?) (image|picture)s?\b(?! (requests?|generations?|limit))/i,
  /已(生成|完成|出图)|(?<![未没沒不])(生成|出图)(成功|完成)|[图圖]片已/,
];

const madeElsewhere =
  /\b(bild\w{0,3}|image|imagen|imagem|immagine|изображени\w+)\b[^.;!?]{0,30}\b(erstellt|generiert|erzeugt|générée?|créée?|generad[oa]|cread[oa]|gerad[oa]|criad[oa]|generat[oa]|creat[oa])\b|(созда|сгенерирова)н|生成(され|しました|が?完了|に成功)|생성(되었|됐|완료|했)/iu;

interface Heard {
  bills: readonly Bill[];
  heard: readonly string[];
}

/**
 * Whether it is said that the request costs. Of a key that is wrong, or has no money, only what was taken counts: the rest is how
 * money is dealt with.
 */
export function saysCharged({ bills, heard }: Heard, { isOfKey = false } = {}): boolean {
  if (bills.includes("charged")) return true;
  if (isOfKey) return says(heard, takenWords);
  if (heard.some((text) => keptWords.some((words) => words.test(text)))) return true;
  if (says(heard, chargedWords) || saysElsewhere(heard, chargedElsewhere)) return true;
  return bills.includes("cost") || says(heard, costWords);
}

/** Whether JSON tells, somewhere, that the request costs. */
export function tellsBill(json: unknown): boolean {
  return saysCharged(gatherSaid(json));
}

/** Whether it is said that the picture was made. */
export function saysMade({ heard }: Pick<Heard, "heard">): boolean {
  return says(heard, madeWords) || saysElsewhere(heard, madeElsewhere);
}

function says(heard: readonly string[], patterns: readonly RegExp[]): boolean {
  return heard.map(withoutFreeWords).some((text) => patterns.some((words) => words.test(text)));
}

function saysElsewhere(heard: readonly string[], words: RegExp): boolean {
  return heard
    .flatMap((text) => text.split(/[.!?;。！？；]/))
    .some((sentence) => words.test(sentence) && !notElsewhere.test(sentence));
}
