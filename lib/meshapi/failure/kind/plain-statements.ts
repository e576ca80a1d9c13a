/*
 * What may be believed of a server that failed, or that had begun: codes that have one meaning, and sentences that say one
 * thing and nothing else. Word for word, for "content filter failed" is no refusal, and the picture may have been paid for.
 */

const subjects = "(image|prompt|input|output|text|request)*";

/** Of what was found, or done. */
const refusalCodes = new RegExp(
  `^${subjects}((content|usage)?policyviolation(error)?|contentpolicyviolation(error)?|responsibleaipolicyviolation|contentfilter(ed|triggered)|content(moderat|block|reject|flagg|restrict)ed|content(violation|(moderation|safety)violation)|contentmoderation(blocked|rejected|flagged)|moderation(blocked|flagged|rejected|refused|violation)|(request|prompt|input|output|image)?moderated|safety(violation|block|blocked|rejected|refused|filtered)|(image)?prohibitedcontent|datainspectionfailed|(in|out)put(text|image)?sensitivecontentdetected|sensitive(content|words?)detected|sensitivecontent|nsfw(content)?detected|hooksfailed|unsafecontent|malicious(prompt|content|input)|(operationdenied)?(text|image|prompt|content)?illegal(content)?detected|promptblocked|(prompt|input|output)flagged|filterreason\\w*|ipinfringement(suspect)?|sexualcontent|notacceptableprompt)$`,
);

/** What rules are called by themselves: what a reason says so, and an error of what had begun. */
const topicCodes = new RegExp(
  `^${subjects}(content(policy|filter|moderation|safety)|moderation|safety(system)?|imagesafety|(image)?recitation|sensitivewords?|nsfw(content)?|spii|blocklist|refusal)$`,
);

const moneyCodes =
  /^(insufficient(user|account)?(quota|credits?|balance|funds)|billing(hard|soft)?limit(reached|exceeded)?|hardlimitreached|billing(notactive|inactive)|paymentrequired|budgetexceeded|exceededbudget|(spend|spending|credit)limit(reached|exceeded)|credits?exhausted|outofcredits?|nocredits?|notenoughcredits?|accountoverdue(error)?|(resourceunavailable|failedoperation)?(lowbalance|notenoughbalance)|(resourceunavailablein)?arrear(s|age)|balance(exhausted|insufficient|notenough|toolow)|(\w{0,20})freetieronly|quotanotenough|preconsume\w{0,20}quotafailed)$/;

/** The names of errors with which clients begin their messages. */
const names = "(?:[\\w.]{1,80}(?:Error|Exception)(?::| -)\\s*)*";
const subject =
  "(?:(?:your|the|this|an?|input|output|generated|image|text) )*(?:requests?|prompts?|inputs?|images?|pictures?|content|text|outputs?)";
const rule =
  "(?:(?:our|the|its|your|\\w{1,30}['’]s) )?(?:(?:safety|content|usage|responsible ai|community|moderation) ?)+(?:policy|policies|guidelines|filters?|system|checks?|violations?)?(?: violations?)?";

const refusalSentences = [
  new RegExp(
    `^${subject} (?:(?:was|were|is|are|has been|have been) )?(?:rejected|blocked|refused|flagged|filtered|denied|declined|moderated) (?:by|as a result of|due to|because of|for violating) ${rule}$`,
    "i",
  ),
  new RegExp(`^${subject} (?:violates?|violated|does not comply with|is against) ${rule}$`, "i"),
  new RegExp(`^${subject} (?:was|were) flagged for ["“']?[\\w/ -]{1,60}["”']?$`, "i"),
  new RegExp(
    `^${subject} contains? (?:nsfw|unsafe|inappropriate|prohibited|sensitive|explicit) (?:content|words?)$`,
    "i",
  ),
  /^content[ _]?policy[ _]?violation$/i,
  /^(您的|你的)?(请求|提示词|输入|图片|内容){1,2}(违反|触发|包含)(了|我们的|平台)?(内容政策|内容安全策略|敏感(词|内容)|安全策略|违规内容)$/,
];

const refusalName = new RegExp(`^${names}(?:litellm\\.)?ContentPolicyViolationError\\b`);

const moneySentences = [
  /^(you have |you've )?insufficient (account )?(credits?|funds|balance|quota)$/i,
  /^(you|you've|you have) exceeded your current quota, please check your plan and billing details$/i,
  /^billing hard limit has been reached$/i,
  /^(your|the) (account |credit )?balance is (too low|insufficient|exhausted)( to access the api)?$/i,
  /^(用户|账户|帐户|账号)?(余额|额度)不足$/,
];

const stream = "['\"`]?stream(?:ing)?['\"`]?";
const streamingSentences = [
  new RegExp(
    `^(?:unknown|unrecogni[sz]ed|unsupported|unexpected|invalid)(?: request| body)? (?:parameter|argument|field)(?: supplied)?:? ${stream}$`,
    "i",
  ),
  new RegExp(
    `^${stream} (?:is not|isn['’]t) (?:yet |currently )?supported(?: (?:for|by|with|in) [\\w .-]{1,60})?$`,
    "i",
  ),
  new RegExp(
    `^(?:this|the) (?:model|provider|endpoint|gateway|server|api) (?:does not|doesn['’]t) support ${stream}(?: for [\\w -]{1,40})?$`,
    "i",
  ),
  new RegExp(`^[\\w.()]{0,80} ?(?:got an )?unexpected keyword argument ${stream}$`, "i"),
];

interface Heard {
  /** In lower case, without dashes. */
  codes: readonly string[];
  errorCodes: readonly string[];
  reasons: readonly string[];
  heard: readonly string[];
}

/** Whether a prompt or a picture was refused, beyond doubt. */
export function statesRefusal(
  { codes, errorCodes, reasons, heard }: Heard,
  { isInside }: { isInside: boolean },
): boolean {
  // Of these Azure's and OpenAI's alone has one meaning wherever an error has it.
  const named = errorCodes.filter((code) => isInside || code === "contentfilter");
  if ([...reasons, ...named].some((code) => topicCodes.test(code))) return true;
  if (codes.some((code) => refusalCodes.test(code))) return true;
  return heard.some((text) => refusalName.test(text)) || states(heard, refusalSentences);
}

/** Whether the key's money is used up, beyond doubt. */
export function statesMoney({ codes, heard }: Pick<Heard, "codes" | "heard">): boolean {
  return codes.some((code) => moneyCodes.test(code)) || states(heard, moneySentences);
}

/** Whether the word `stream` was not taken, beyond doubt. */
export function statesStreaming({ heard }: Pick<Heard, "heard">): boolean {
  return states(heard, streamingSentences);
}

const namesBefore = new RegExp(`^${names}`);

function states(heard: readonly string[], sentences: readonly RegExp[]): boolean {
  return heard
    .flatMap((text) => text.replace(namesBefore, "").split(/[.!?;。！？；]+(?=\s|$)|\n/))
    .some((text) => sentences.some((sentence) => sentence.test(text.trim())));
}
