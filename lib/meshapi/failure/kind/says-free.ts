/** Not of a card that "could not be charged", nor of what "may not have been charged". */
const freeWords = [
  /(?<!\b(could|can|may|might) )(\b(not|never|nothing|no one|without)|n['’]t)\b( was| were| is| will| has| have| been| being| be| get)* (charged|billed)\b(?! (yet|until|unless))/gi,
  /\b(no|zero|without( any)?|free of) (charges?|cost)\b( (was|were|is|has been|have been|applied|incurred|made)\b|(?=\s*([.,;!)]|$)))/gi,
  /\bno (credits?|tokens?|funds?|money) (was|were|is|are|will be|has been|have been) (deducted|used|consumed|spent|taken|charged|billed|debited)\b/gi,
  /\b(credits?|charges?|payment|cost|amount|request|balance|you)\b[^.]{0,30}\b(refunded|reimbursed|credited back)\b/gi,
  /(\bnot|n['’]t) count (against|toward)/gi,
  /未(扣[费費款除]|[计計][费費]|收[费費])|不(扣|[计計]|收)[费費]|已?退[款还還回费費]/g,
];

/** It is said of all requests, or asked, and not of this one. */
const unsure =
  /\b(whether|if|when|unless)\b[^.]{0,30}\b(charged|billed|refunded)\b|\b(can|could|may|might|will|would|must|to|cannot|not|yet) (be|get) (refunded|reimbursed)|\brefunds?\b[^.]{0,20}\brequest|申[请請]退款|不(能|可|予|支持)退/i;

/** Whether a text says that this request costs nothing. */
export function saysFree(text: string): boolean {
  return !unsure.test(text) && withoutFreeWords(text) !== text;
}

/** What is left of a text: "no credits were deducted" is no word of missing credits. */
export function withoutFreeWords(text: string): string {
  return freeWords.reduce((rest, pattern) => rest.replaceAll(pattern, " "), text);
}
