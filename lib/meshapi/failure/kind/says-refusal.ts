import { isRefusal } from "./is-refusal.ts";
import { isRefusalElsewhere } from "./is-refusal-elsewhere.ts";
import { saysMade } from "./says-charged.ts";

/** What breaks in a server, and no prompt is: a check of which these are told has come to no verdict. */
const troubleOfServer =
  /\b((?<!terms of )services?|servers?|endpoints?|queue\w{0,2}|buffers?|pipes?|sockets?|connections?|classifiers?|detectors?|models? (is|was|not)|crash\w{0,3}|killed|broken|hung|waiting|(?<!\bi( am|['’]m) )unable to|whether|saving|stor(age|ing)|upload\w{0,3}|config\w{0,20}|content-(type|length|encoding)|exceptions?|errors? occurred|rows?|tables?|databases?|status code|http \d|(filters?|moderation|check(er|s)?|guardrails?|inspection|system|step) (has |have )?(fail\w{0,3}|error\w{0,3}))\b|服[务務]|超[时時]|[异異]常|[错錯][误誤]/i;

const aboutState =
  /\b(right now|at (this|the) (time|moment)|currently|temporar\w{1,20}|later|demand|capacity|overload\w{0,20}|busy|outage|maintenance|unavailable|unreachable|timed? ?out|internal|unexpected)\b/i;

/** What is no trouble, though a filter is said to fail in it, or a server to be unable. */
const plainVerdicts =
  /\b(fail(ed|s|ure)? to pass|did not pass|not (allowed|permitted) because)\b[^.]{0,40}\b(moderation|risk|safety|content)\b|\b(images?|pictures?|prompts?|outputs?) (was|were|has been|have been) (filtered out|moderated)\b/i;

/** Of a check that was passed, or found nothing: what came after it broke. */
const passedWords = [
  /\b(no(?! (images?|pictures?|outputs?|results?|content) (was|were|could|has|have|is)\b)|nothing|none|without|free of|zero|0|never|neither)\b[^.:;,]{0,40}\b(nsfw|inappropriate|explicit|unsafe|sensitive|harmful|prohibited|flagged|blocked|filtered|against|violat\w{0,4}|violations?|breach\w{0,2})\b/i,
  /\b(not|n['’]t) (been )?(flagged|blocked|filtered|nsfw|inappropriate|explicit|against|violat|breach|contraven)/i,
  /\b(moderation|filters?|nsfw|safety|check(er|s)?|inspection|guardrails?)\b[^.]{0,20}(?<!\bnot )\b(pass(ed|es)?|ok|okay|approved|disabled|clean|clear(ed)?|score)\b/i,
  /(?<!\b(not|n['’]t|to) )\bpass(ed|es)? (the |our |all )?(content|safety|moderation|nsfw)/i,
  /\b(flagged|blocked|filtered|detected|nsfw|unsafe|sensitive)["']?\s*[:=]\s*["']?(false|no|0|none)\b/i,
  /(?<![未不没沒])通[过過]|未(检测到|檢測到|发现|發現)|bestanden|\b(kein\w{0,2}|nicht)\b[^.]{0,40}\b(nsfw|erkannt|gefunden|beanstandet|blockiert)/i,
];

const subject =
  "(prompts?|inputs?|requests?|texts?|content|images?|pictures?|outputs?|generations?|results?|responses?)";
const bad =
  "(sensitive|unsafe|inappropriate|harmful|explicit|offensive|illegal|abusive|nsfw|prohibited|banned|forbidden|disallowed|objectionable|restricted)";

/** That it was found, or decided: what is only at work, or in trouble, has a rule in its words and none of these. */
const verdicts = [
  /violat|reject|refus|\bblock(s|ed)?\b|flag|filtered|\btrigger(s|ed|ing)?\b|\bagainst\b|prohibit|disallow|declin|denied|breach|contraven|\b(request|content|prompt|input|output|image)s?\W{0,3}(was |were |is |been )?moderated|data_?\s?inspection_?\s?failed|censored|new_sensitive|\bdetected\b|\bfound\b/i,
  /(\bnot|n['’]t) (be )?(allowed|permitted|acceptable|accepted|comply|meet|adhere|conform|pass)|unacceptable/i,
  /\b(can['’]t|cannot|can not|won['’]t|unable|not able|could not|couldn['’]t)( to)?( be)? (generat|creat|help|assist|mak|mad|produc|depict|draw|fulfil|process|show|display|provid|complet|submit)/i,
  new RegExp(
    `\\b${subject}\\b[^.]{0,20}\\b(fail(ed|s)?|removed|restricted|contain\\w{0,3}|include\\w?|depict\\w{0,3}|ask\\w{0,3} for|involve\\w?)\\b`,
    "i",
  ),
  new RegExp(
    `\\b(is|was|were|are|seems?|appears?|looks?|may|might|could|as|to be|contain\\w{0,3}) (be |too |potentially )?${bad}`,
    "i",
  ),
];

/** Whether the words alone say so, of a request that was not turned away: no code and no status bears them out. */
export function saysRefusal(heard: readonly string[]): boolean {
  return heard.some((text) => {
    const isPlain = plainVerdicts.test(text);
    if (!isPlain && (troubleOfServer.test(text) || aboutState.test(text))) return false;
    if (passedWords.some((words) => words.test(text)) || saysMade({ heard: [text] })) return false;
    if (isPlain) return true;
    if (!isRefusal({ codes: [], heard: [text], isMiniMax: false })) return false;
    return isRefusalElsewhere(text) || verdicts.some((words) => words.test(text));
  });
}
