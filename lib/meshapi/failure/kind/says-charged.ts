import { withoutFreeWords } from "./says-free.ts";

const chargedWords = [
  /\b(was|were|been|being|got|already|successfully|fully|and|also) (charged|billed|deducted|debited|invoiced)\b(?! back)/i,
  /已(扣[费費款]|[计計][费費]|收[费費])/,
];

const madeWords = [
  /\b(images?|pictures?|generations?|jobs?|outputs?)\b[^.;!?]{0,30}\b(was|were|been|being|already|successfully|and) (generated|created|produced|rendered|completed)\b/i,
  /已生成/,
];

interface Heard {
  /** In lower case, without dashes. */
  codes: readonly string[];
  heard: readonly string[];
}

/** Whether it is said that the request costs. */
export function saysCharged({ codes, heard }: Heard): boolean {
  return codes.includes("charged") || says(heard, chargedWords);
}

/** Whether it is said that the picture was made. */
export function saysMade({ heard }: Heard): boolean {
  return says(heard, madeWords);
}

function says(heard: readonly string[], patterns: readonly RegExp[]): boolean {
  return heard.map(withoutFreeWords).some((text) => patterns.some((words) => words.test(text)));
}
