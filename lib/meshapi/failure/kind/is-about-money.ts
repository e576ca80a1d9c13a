import { withoutFreeWords } from "./says-free.ts";

/** Codes, in lower case and without dashes, that say that the money is used up, whatever the status. */
const moneyCodes =
  /insufficient(quota|credit|balance|fund)|^insufficientuserquota|billing(hard|soft)?(limit|notactive|inactive|disabled|required|error)|hardlimitreached|spend(ing)?(limit|cap)|budgetexceeded|exceededbudget|creditbalance|creditlimit|credits?exhausted|outofcredits?|nocredits?|notenoughcredits?|arrear|overdue|paymentrequired|balance(exhausted|insufficient|notenough|toolow)|lowbalance|notenoughbalance|freetieronly|usagelimitexceeded|quotanotenough|preconsume\w{0,20}quotafailed|subscription(expired|ended|inactive)|trial(expired|ended)|^setlimitexceeded$|modelquotaexhaust|notpurchased|resourceexhaust$/;

/** MiniMax's `base_resp`: the balance is too low. */
const miniMaxCode = "1008";

/** Of a quota that fills again by itself. */
const rateCodes =
  /ratelimit|toomanyrequest|throttl|requestlimit|concurren|^requests$|^tokens$|per(minute|day|second)/;
const rateWords =
  /rate.?limit|too many requests|(requests?|images?|tokens?|calls?|quota|limit)\s*(per|\/|a)\s*(second|minute|min|hour|day)|per[- ]?(minute|second|day)\b|\b[rti]p[md]\b|throttl/i;

const moneyWords = [
  /insufficient[ _](account[ _])?(credits?|funds?|balance|quota)|insufficient tokens on your plan|\b(not enough|insufficient|no( more)?|out of) api tokens?\b/i,
  /balance\b[^.]{0,30}\b(insufficient|too low|not enough|exhausted|depleted|negative|used up|is 0|is zero|empty)/i,
  /(exhausted|depleted|insufficient|negative|low|not enough|no) (account |credit |remaining )?balance/i,
  /credit balance/i,
  /\b(out of|no( more| remaining)?|not enough|ran out of|run out of|any|exhausted|need more|too few|used all[^.]{0,20}|used up[^.]{0,20}) credits?\b/i,
  /credits?\b[^.]{0,30}\b(exhausted|depleted|used up|ran out|run out|insufficient|expired)/i,
  /billing[ _](hard|soft)?[ _]?limit|billing (is )?(not active|inactive|disabled|required)|billing account[^.]{0,40}(closed|disabled|inactive)|hard limit (has been )?reached/i,
  /(spend(ing)?|usage|monthly|cost|credit) (limit|cap)\b(?![^.]{0,40}\b\d+[ -]?hours?)[^.]{0,40}(reached|exceed|hit|used up)|(reach(ed|ing)|exceed(ed|ing)|hit)[^.]{0,60}(spend(ing)?|credit|monthly|cost) (limit|cap)/i,
  // What fills again in weeks is waited for in vain, as what is to be paid is.
  /\b(weekly|monthly)\b[^.]{0,40}\b(quota|limit|cap|allowance|allocation)\b[^.]{0,40}(reached|exceed|exhaust|used up|depleted)|\b(reached|exceeded|exhausted|used up|used all)\b[^.]{0,40}\b(weekly|monthly)\b[^.]{0,40}\b(quota|limit|cap|allowance|allocation)\b/i,
  /(?<!daily )\bfree (trial )?(quota|allocation)\b[^.]{0,30}(exceeded|exhausted|used up)|(exceeded|exhausted|used up)[^.]{0,20}(?<!daily )\bfree (trial )?(quota|allocation)\b/i,
  /\b(plan|package)\b[^.]{0,20}\bexpired\b|renew(ing)? (the|your) subscription|\breason: top_?up\b/i,
  /budget[^.]{0,60}(exceed|reached|exhaust|used up)|(exceed|over|exhausted|reached)\w{0,20}[^.]{0,30}\bbudget/i,
  /\bExceeded\w{0,12}Budget\b|\bcrossed (spend|budget)/i,
  /exceeded your current quota|check your plan and billing|quota (is )?(insufficient|not enough)/i,
  /\bno \w{1,20} credits?\b|credits? (left|remaining) (is|are) (0|none)|failure to pay|only accessible to billed users/i,
  /(trial|subscription|free (tier|usage|quota|credits?))\b[^.]{0,30}\b(ended|expired|exhausted|used up|inactive|over)\b|enable billing|billing to be enabled/i,
  /\bkey limit (exceeded|reached)|suspended[^.]{0,40}\b(payment|billing|balance|invoice)|non-?payment|\b(payment|card)\b[^.]{0,20}\b(declined|failed|expired|rejected)\b/i,
  /payment (is )?required|overdue|arrears?\b|unpaid|good standing|past due/i,
  /(top|recharge|refill)[ -]?(up)? (your )?(account|balance|credits?)|(add|purchase|buy) (more )?(credits?|funds)/i,
  /[余餘][额額](不足|已用)|欠[费費]|充值|儲值|[额額]度(不足|已用|用尽|用盡|已耗尽|已耗盡|失[败敗])/,
  /(资源包|套餐)[^。]{0,6}(耗尽|用尽|用完|不足|过期|到期)|(本月|每月|月度)[^。]{0,12}([额額]度|次数|配额|限额)[^。]{0,8}(用尽|用完|耗尽|上限)/,
  /残高[^。]{0,6}(不足|足り)|クレジット[^。]{0,8}(不足|足り)|(잔액|크레딧)[^.]{0,6}부족/,
  /guthaben[^.]{0,30}(aufgebraucht|erschöpft|reicht nicht|zu niedrig|nicht aus)|(nicht genug|kein|zu wenig|unzureichendes) guthaben/i,
  /(solde|crédits?) (est |sont )?(insuffisant|épuisé)|(saldo|créditos|crediti|credito) (es |é |è )?(insu[f]+icient|agotad|esgotad|esaurit)/i,
  /недостаточно (средств|кредит|баланс)|баланс\p{L}{0,20} (исчерпан|недостаточ|отрицательн)/iu,
];

/** How LiteLLM and Ark call every 429, that of an empty purse too. */
const statusNames = new Set(["throttlingerror", "toomanyrequests"]);

/** What says so though it is called a pace, and tells when to try again: of a free quota that there is none, or no more. */
const moneyInPace = /\bfree allocated quota\b|free_tier\w*, limit: 0(?!\d)/i;

interface AboutMoneyOptions {
  /** In lower case, without dashes. */
  codes: readonly string[];
  heard: readonly string[];
  isMiniMax: boolean;
  /** Whether it says when to come again: money does not grow by waiting. */
  asksToWait: boolean;
}

/** Whether the money of the key is used up, and not just its pace for now. */
export function isAboutMoney({ codes, heard, isMiniMax, asksToWait }: AboutMoneyOptions): boolean {
  if (codes.some((code) => moneyCodes.test(code))) return true;
  if (isMiniMaxMoney({ codes, isMiniMax })) return true;
  if (heard.some((text) => moneyInPace.test(text))) return true;

  const isPace = asksToWait || isAboutPace(codes.filter((code) => !statusNames.has(code)));
  if (isPace) return false;
  return heard
    .map((text) => withoutFreeWords(text).replaceAll(/RateLimitError/g, ""))
    .some((text) => !rateWords.test(text) && moneyWords.some((pattern) => pattern.test(text)));
}

/** Whether MiniMax's number says so. */
export function isMiniMaxMoney({
  codes,
  isMiniMax,
}: Pick<AboutMoneyOptions, "codes" | "isMiniMax">): boolean {
  return isMiniMax && codes.includes(miniMaxCode);
}

/** Whether it is the pace: too many requests for now. */
function isAboutPace(codes: readonly string[]): boolean {
  return codes.some((code) => rateCodes.test(code));
}
