const mentions = [
  /(?<!\b(could|can|may|might) )(\b(not|never|nothing|no one|without)|n['’]t)\b( was| were| is| will| has| have| been| being| be| get)* (charged|billed)\b(?! (yet|until|unless))/gi,
  /\b(no|zero|without( any)?|free of) (charges?|cost)\b( (was|were|is|has been|have been|applied|incurred|made)\b|(?=\s*([.,;!)]|$)))/gi,
  /\bno (credits?|tokens?|funds?|money) (was|were|is|are|will be|has been|have been) (deducted|used|consumed|spent|taken|charged|billed|debited)\b/gi,
  /\b(credits?|charges?|payment|cost|amount|request|balance|you)\b[^.]{0,30}\b(refunded|reimbursed|credited back)\b/gi,
  /(\bnot|n['’]t) count (against|toward)/gi,
  /未(扣[费費款除]|[计計][费費]|收[费費])|不(扣|[计計]|收)[费費]|已?退[款还還回费費]/g,
];

/** What is left of a text without its words of what is free: "no credits were deducted" is no word of missing credits. */
export function withoutFreeWords(text: string): string {
  return mentions.reduce((rest, pattern) => rest.replaceAll(pattern, " "), text);
}

const isNot =
  "(?:(?:was|were|is|are) not|(?:was|were|is|are)n['’]t|(?:has|have) not been|(?:has|have)n['’]t been|will not be|won['’]t be)";
const is = "(?:was|were|is|are|has been|have been|will be)";
const thing = "(?:request|call|attempt|image|picture|generation|job|error|failure|try)";
const failed = "(?:failed|unsuccessful)";
const thisOne = `(?:(?:this|the|your|that)(?: ${failed})?(?: ${thing})?|(?:(?:${failed}|provider) )?${thing})`;
const money = "(?:credits?|charges?|payment|cost|amount|money)";
const taken = "(?:deducted|used|consumed|spent|taken|charged|billed|debited)";

const statements = [
  `(?:(?:you|it|your (?:account|card)|${thisOne}) )?${isNot} (?:charged|billed)`,
  `not (?:charged|billed)`,
  `(?:at |with )?no (?:charge|cost)|(?:free of|without)(?: any)? charge`,
  `nothing ${is} (?:charged|billed)`,
  `no (?:charges?|costs?)(?: ${is})? (?:made|applied|incurred|taken)`,
  `no (?:credits?|tokens?|funds?|money) ${is} ${taken}`,
  `(?:your|the|all)(?: used| your| the)? ?${money}? (?:was|were|has been|have been)(?: fully| automatically| all)* (?:refunded|reimbursed|credited back)`,
  `(?:(?:your|the|all) )*${money}(?: (?:was|were|has been|have been))?(?: fully| automatically)* (?:refunded|reimbursed)|(?:(?:your|the|all) )*credits? (?:was|were|has been|have been) returned|(?:fully |automatically )*refunded`,
  `(?:an? |the |automatic |full )*refund(?: (?:was|has been))? (?:issued|made|processed|completed)`,
  `(?:it|${thisOne}) (?:will|does|did)(?: not|n['’]t) count (?:against|towards?) your (?:balance|credits?|bill|budget)`,
  `(?:it|${thisOne}) (?:is|was) free(?: of charge)?`,
  `${failed} ${thing}s? (?:are|will be) (?:not|never) (?:charged|billed)`,
];
const ofThis = `(?: for (?:it|${thisOne}|${failed} ${thing}s|failures|errors)| (?:to|from) your (?:account|card|balance)| at all)?`;

/** As a field of a form has it, which says that it was not so. */
const isDenied =
  "\\s*[:=]\\s*[\"']?(?:no|not|none|false|never|unknown|pending|n/a|null|[$€¥]?0)\\b";

/** A clause that says it of this request, and no more: not "…charged twice", nor "…charged if". */
const statement = new RegExp(
  `(?:^|[,(:]|\\s[-–—]\\s|\\b(?:and|so|but|therefore))\\s*(?:${statements.join("|")})${ofThis}(?!${isDenied})(?=\\s*(?:[,):]|$|and\\b|so\\b|but\\b|because\\b|since\\b|as\\b))`,
  "gi",
);

const conditions =
  /\b(whether|if|unless|until|when|usually|normally|typically|generally|except|other than|apart from|partial(ly)?|half|(may|might|could|can|should) (still |yet |later )?(be|have|change|differ))\b|\d ?%/i;

/** Whoever says so, anywhere in what he says, does not know. */
const doubts =
  /\b(as far as|to (our|my|the best of)|(we|i) (think|believe|assume|suppose|guess|hope|expect)|probably|presumably|apparently|supposedly|likely|seemingly|perhaps|maybe|hopefully|unconfirmed|unverified|unclear|uncertain|not (sure|certain|confirmed|verified|known|clear)|(cannot|can['’]t|could not|unable to) (be )?(confirm|verif|guarantee|tell|say)\w{0,3}|should not (have|be))\b|可能|[应應][该該]|大概|也[许許]|或[许許]|估[计計]|不[确確]定/i;

const chineseStatements = [
  /^(?:本次|此次|[该該]|[请請]求|任[务務]|[调調]用|生成|失[败敗]|[图圖]片|[将將]|并|且)*(?:未|不会?|不會|没有)(?:扣[费費款除]|[计計][费費]|收[费費])$/,
  /^(?:[费費]用|[积積]分|[额額]度|金[额額]|款[项項]|[点點][数數]|并|且|系[统統])*已(?:自[动動]|全[额額])*(?:退[款还還回费費]|返[还還])$/,
];

/** What must not be left of a text that says that it is free. */
const otherMoney =
  /\b(charged|billed|refunded|deducted|debited|invoiced)\b|扣[费費款]|[计計收][费費]|退/i;

/** Whether a text says beyond doubt that this request costs nothing. */
export function saysFree(text: string): boolean {
  if (doubts.test(text)) return false;

  let isSaid = false;
  const sentences = text.match(/[^.!?;。！？；\n]+[.!?;。！？；\n]*/g) ?? [];
  const rest = sentences.map((told) => {
    const sentence = told.replace(/[.!;。！；\n]+$/, "");
    // Nor is a question an answer.
    if (conditions.test(sentence) || /[?？]/.test(sentence)) return sentence;
    const others = sentence
      .replaceAll(statement, "")
      .split(/(?<=\p{Script=Han})[，,\s]+/u)
      .filter((clause) => !chineseStatements.some((form) => form.test(clause.trim())));
    const left = others.join(" ");
    if (left.length < sentence.length) isSaid = true;
    return left;
  });
  return isSaid && !otherMoney.test(rest.join(". "));
}
