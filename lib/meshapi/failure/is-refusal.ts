/** Codes, in lower case and without dashes, by which providers say that a prompt or a picture is against their rules. */
const refusalCodes =
  /content(policy|filter|moderation|safety|violation|blocked|restricted|flagged|rejected)|policyviolation|moderation(blocked|failed|flagged|error|rejected|refused|violation)?$|moderated|safety(system|check|filter|violation|block|error|rejected|refused)|^(image)?safety$|imageprohibited|prohibitedcontent|responsibleai|datainspection|sensitive(content|word|info|data)|risk(detection|control)|nsfw|recitation|blocklist|guardrail|hooksfailed|unsafecontent|promptblocked|inputflagged/;

/** Numbers of MiniMax's `base_resp`: the prompt, or the picture, is sensitive. */
const miniMaxCodes = new Set(["1026", "1027"]);

/** Parameters that are called as rules are: a wrong value of one is no refusal. */
const ruleParameters =
  /(["'`])(moderation|safety_\w+|content_filter_?\w*|\w*safety_checker|person_generation)\1|\b(safety_(identifier|settings?|tolerance|level|filter_level)|(en|dis)able_safety_checker|person_generation)\b|\b(value|values|option|options|parameter|argument|field|for) (of |for )?moderation\b|\bmoderation (must|should|has to|is|parameter|field|value)\b/gi;

/** Names and values between quotes, but for those that are codes of refusals themselves. */
const quotedNames =
  /(["'`])(?!\w*(content_?policy|content_?filter|moderation_blocked|safety_(system|check|violation)))[\w./:-]{1,120}\1/gi;

const topic =
  "(safety (system|filters?|check\\w*|polic\\w+|guidelines?|reasons?|violations?)|content[ _-]?(management )?(polic\\w+|filter\\w*|moderation|safety|guidelines?|restrictions?|rules|checker)|moderation|responsible ai|usage polic\\w+|community guidelines|(acceptable )?use polic\\w+|prohibited use)";
const verdict =
  "(violat|reject|refus|block|flag|filtered|trigger|against|prohibit|disallow|not allowed|not permitted|declin|detect|breach|contraven|inappropriate|restricted|due to|because of|did not pass|fail|denied|could not be (generated|processed)|removed)";

/** What is a refusal in itself. */
const plainRefusals = [
  /content_?\s?policy_?\s?violation|moderation_blocked|responsible ?ai polic|responsible ai practices|data_?\s?inspection_?\s?failed|safety_check\b|image_safety|prohibited_content/i,
  /\bnsfw\b|inappropriate content|(sensitive|unsafe|harmful|prohibited|explicit|offensive|disallowed|objectionable) (or \w+ )?(content|words?|material|imagery|text|information)/i,
  /violat\w*[^.]{0,100}(polic(y|ies)|guidelines?|terms of|rules|standards|responsible ai)/i,
  /\b(inputs?|prompts?|content|images?|outputs?|text)\b[^.]{0,40}\b(flagged|moderated)\b/i,
  /\b(prompts?|outputs?|generated (image|content))\b[^.]{0,30}\b(blocked|rejected|refused)\b/i,
  /敏感|不安全|违规|违反|违禁|涉黄|涉政|色情|内容安全|不合规|审核(不|未)通过/,
];

const near = [
  new RegExp(`\\b${verdict}[^.]{0,80}\\b${topic}`, "i"),
  new RegExp(`\\b${topic}[^.]{0,80}\\b${verdict}`, "i"),
];

const unknownModel =
  /\bmodel\b[^.]{0,200}\b(not found|not exist|not available|not supported|unavailable|unknown)\b|\b(unknown|no such|invalid|unsupported) model\b/i;

/** Whether a prompt or a picture was refused for what it shows, and not the request for its form. */
export function isRefusal({
  codes,
  heard,
  isMiniMax,
}: {
  /** In lower case, without dashes. */
  codes: readonly string[];
  heard: readonly string[];
  /** Whether the numbers are those of MiniMax's `base_resp`. */
  isMiniMax: boolean;
}): boolean {
  if (codes.some((code) => refusalCodes.test(code))) return true;
  if (isMiniMax && codes.some((code) => miniMaxCodes.has(code))) return true;

  return heard.some((text) => {
    const words = text.replaceAll(ruleParameters, " ").replaceAll(quotedNames, " ");
    if (unknownModel.test(words)) return false;
    return [...plainRefusals, ...near].some((pattern) => pattern.test(words));
  });
}
