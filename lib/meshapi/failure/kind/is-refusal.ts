import { isRefusalElsewhere } from "./is-refusal-elsewhere.ts";
import { withoutAccounts } from "./locked-account.ts";
import { withoutPassedChecks } from "./without-passed-checks.ts";

/** Codes, in lower case and without dashes, by which providers say that a prompt or a picture is against their rules. */
const refusalCodes =
  /content(policy|filter|moderation|safety|violation|blocked|restricted|flagged|rejected)|policyviolation|moderation(blocked|failed|flagged|error|rejected|refused|violation)?$|moderated|safety(system|check|filter|violation|block|error|rejected|refused)|^(image)?safety$|imageprohibited|prohibitedcontent|responsibleai|datainspection|sensitive(content|word|info|data)|risk(detection|control|notpass)|censor|newsensitive|banned(prompt|word|content)|nsfw|recitation|^spii$|blocklist|guardrail|hooksfailed|unsafecontent|promptblocked|inputflagged|illegaldetected|malicious(prompt|content|input)|^refusal$|^filterreason|infring|^(sexual|violence|hate|harassment|selfharm|illicit)(content|minors|graphic|threatening|intent|instructions)?$|(not|un)acceptable(prompt|content|image)/;

/** Of a filter that was set up wrongly, and found nothing. */
const configurationCodes =
  /^(invalid|missing|unknown|unsupported)(content|safety|moderation|guardrail)\w*(policy|filter|settings?|level|tolerance|config\w*|identifier|id)$/;

/** Numbers of MiniMax's `base_resp`: the prompt, or the picture, is sensitive. */
const miniMaxCodes = new Set(["1026", "1027"]);

/** Parameters that are called as rules are: a wrong value of one is no refusal. */
const ruleParameters =
  /(["'`])(moderation|safety_\w{1,20}|content_filter_?\w{0,20}|\w{0,20}safety_checker|person_generation)\1|\b(safety_(identifier|settings?|tolerance|level|filter_level)|(en|dis)able_safety_checker|person_generation)\b|\b(value|values|option|options|parameter|argument|field|for) (of |for )?moderation\b|\bmoderation (must|should|has to|is|parameter|field|value)\b/gi;

/** The same where it is said what is wrong with them. */
const faultyParameters =
  /\b(un(known|recogni[sz]ed|expected|supported)|invalid|extra|additional)\b[^.]{0,40}\b(fields?|param(eter)?s?|arguments?|keys?|keywords?|propert(y|ies)|options?|inputs?|value for)\b[^.]{0,30}\b\w*(nsfw|safety|moderation)\w*|\b(parameter|field|argument|option|property|setting|flag)s? \w*(nsfw|safety|moderation)\w*|\b\w*nsfw\w* (must|should|has to) be\b/gi;

/** Names and values between quotes, but for those that are codes of refusals themselves. */
const quotedNames =
  /(["'`])(?!\w{0,20}(content_?policy|content_?filter|moderation_blocked|safety_(system|check|violation)))[\w./:-]{1,120}\1/gi;

const topic =
  "(safety (system|filters?|check\\w{0,20}|polic\\w{1,20}|guidelines?|reasons?|violations?)|content[ _-]?(management )?(polic\\w{1,20}|filter\\w{0,20}|moderation|safety|guidelines?|restrictions?|rules|checker)|moderation|responsible ai|usage polic\\w{1,20}|community guidelines|(acceptable )?use polic\\w{1,20}|prohibited use|guardrails?|child safety|risk (control|detection|review|audit)\\w{0,10})";
const verdict =
  "(violat|reject|refus|block|flag|filtered|trigger|against|prohibit|disallow|not allowed|not permitted|declin|detect|breach|contraven|inappropriate|restricted|due to|because of|did not pass|fail|denied|could not be (generated|processed)|removed)";

/** What people call what they do not show. */
const shown =
  "(nud(e|ity)|violen(t|ce)|adult content|blood|racis\\w{1,4}|terroris\\w{1,4}|suicide|sexual(ly)?|gore|csam|porn\\w{0,20}|self[- ]harm|hate speech|extremis\\w{1,20}|celebrit(y|ies)|public figures?|real (person|people)|minors|underage|likeness(es)?|copyright(ed)?|trademark\\w{0,20}|intellectual property)";

/** What is a refusal in itself. */
const plainRefusals = [
  /content_?\s?policy_?\s?violation|moderation_blocked|responsible ?ai polic|responsible ai practices|data_?\s?inspection_?\s?failed|safety_check\b|image_safety|prohibited_content|contentfilter\w{0,20}(error|exception)/i,
  /\bnsfw\b|not safe for work|inappropriate content|(?<!case[- ])\b(sensitive|unsafe|harmful|prohibited|explicit|offensive|disallowed|objectionable|forbidden|banned) (or \w{1,20} )?(prompts?|content|words?|terms?|phrases?|topics?|material|imagery|text|information)|\binappropriate (prompts?|words?|terms?|phrases?|topics?|material|imagery)\b/i,
  /violat\w{0,20}[^.]{0,100}(polic(y|ies)|guidelines?|terms of|standards|responsible ai)/i,
  /\b(not (permitted|allowed)|against|prohibited|breach\w{0,20})\b[^.]{0,40}terms of (service|use)/i,
  /\b(inputs?|prompts?|requests?|content|images?|outputs?|text)\b[^.]{0,40}\b(flagged|moderated)\b/i,
  /\bmalicious[ _](prompts?|content|inputs?)\b|\b(prompts?|inputs?) (is|was|seems) malicious\b/i,
  /\b(in|out)put(_| (text|image|prompt) | )(new_)?sensitive\b|\brisk (did |does )?not pass|\b(prompts?|content|text|images?|inputs?|outputs?)\b[^.]{0,20}(\bnot pass\b[^.]{0,20}\b(risk|audit|review|inspection)|\b(risk|audit|review|inspection)\b[^.]{0,20}\bnot pass)\b|\bcensor(ed|ship)\b/i,
  /\b(person|people|face|child|minor) generation\b[^.]{0,20}\b(not (allowed|permitted)|blocked|prohibited|filtered)\b/i,
  /\b(inputs?|prompts?|requests?|content|images?|outputs?|text)\b[^.]{0,20}\b(deemed|considered|classified as|found to be|marked as|judged)\b[^.]{0,20}\b(unsafe|inappropriate|harmful|sensitive|explicit)/i,
];

/** What is a refusal unless a check, or what it needs, was in trouble. */
const trouble =
  /\b(fail\w{0,3}|unable|could not|cannot|can['’]t|error|errors) (to |in |while |when |on )?(load|parse|read|reach|connect|initiali|check|verify|fetch|save|store|write|open)|\b(cors|bucket|network|organi[sz]ation\w{0,3}|access|iam) polic/i;

/** Where the rules are to be read, which is said of any fault. */
const pointers = /\b(see|read|refer to|learn more|more (information|details|about))\b[^.!?]*/gi;

/** What is a refusal unless the text is about the form of the request, or the state of the server. */
const likelyRefusals = [
  /violat\w{0,20}[^.]{0,100}\brules\b/i,
  /\b(prompts?|outputs?|generated (image|content))\b[^.]{0,30}\b(blocked|rejected|refused)\b/i,
  /\bcontent\b[^.]{0,30}\bnot (allowed|permitted|acceptable)\b/i,
  /\bnot (allowed|permitted|possible)\b[^.]{0,10}\b(for|in|with) (this|your|the) prompt\b/i,
  /\b(inputs?|prompts?|requests?|content|images?|text)\b (is|was|seems|appears|looks)( to be)? (sensitive|unsafe|inappropriate|harmful|explicit|offensive|illegal|abusive)\b/i,
  /(\bnot|n['’]t|\bfails? to)\b[^.]{0,15}\b(comply|conform|adhere|meet|follow|align)\b[^.]{0,40}\b(polic(y|ies)|guidelines|rules|terms of|standards)\b/i,
  /\b(blocked|rejected|refused|declined)\b[^.]{0,20}\b(by|due to|per|under)\b[^.]{0,20}\bpolic(y|ies)\b/i,
  /\b(i|we)\b[^.]{0,12}\b(can't|can’t|cannot|can not|won't|won’t|unable to|not able to)\b[^.]{0,20}\b(generat|creat|help|assist|mak|produc|depict|draw|fulfil)/i,
  /\bI['’]m (just |only )?an? (large )?(language|AI|text)[^.]{0,30}\b(can['’]t|cannot|unable)/i,
  new RegExp(
    `\\b(requests?|inputs?|images?) (was|were|has been) (rejected|refused|blocked|declined)\\b.{0,40}\\b${topic}`,
    "i",
  ),
  new RegExp(
    `\\b(contain|depict|show|includ|involv|featur|due to|because|asks? for|of|may be)\\w{0,20}\\b[^.]{0,60}\\b${shown}`,
    "i",
  ),
];

const aboutForm =
  /\b(too (long|short|large|small|big|many|few)|longer|shorter|larger|smaller|exceed\w{0,20}|at (most|least)|must|should be|maximum|minimum|characters?|dimensions?|pixels?|megapixels?|[mk]b|empty|blank|missing|required|format|content[- ]type|resolution|sizes?|aspect ratio|multiple of|width|height|parameters?)\b/i;
const aboutState =
  /\b(right now|at (this|the) (time|moment)|currently|temporar\w{1,20}|later|demand|capacity|overload\w{0,20}|busy|outage|maintenance|unavailable|unreachable|timed? ?out|internal|unexpected)\b/i;

const near = [
  new RegExp(`\\b${verdict}[^.]{0,80}\\b${topic}`, "i"),
  new RegExp(`\\b${topic}[^.]{0,80}\\b${verdict}`, "i"),
];

const unknownModel =
  /\bmodel\b[^.]{0,200}\b(not found|not exist|not available|not supported|unavailable|unknown)\b|\b(unknown|no such|invalid|unsupported) model\b/i;

/** Whether a request that was turned away was so for what its prompt or a picture shows, and not for its form. */
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
  if (codes.some((code) => refusalCodes.test(code) && !configurationCodes.test(code))) return true;
  if (isMiniMaxRefusal({ codes, isMiniMax })) return true;

  return heard.some((text) => {
    const words = withoutPassedChecks(withoutAccounts(text))
      .replaceAll(ruleParameters, " ")
      .replaceAll(faultyParameters, " ")
      .replaceAll(quotedNames, " ");
    if (unknownModel.test(words)) return false;
    if (plainRefusals.some((pattern) => pattern.test(words))) return true;
    if (trouble.test(words)) return false;
    if (isRefusalElsewhere(words)) return true;
    const own = words.replaceAll(pointers, " ");
    const isOfForm = aboutForm.test(words) || aboutState.test(words);
    if (near.some((pattern) => pattern.test(isOfForm ? own : words))) return true;
    if (isOfForm) return false;
    return likelyRefusals.some((pattern) => pattern.test(words));
  });
}

/** Whether one of MiniMax's numbers says so. */
export function isMiniMaxRefusal({
  codes,
  isMiniMax,
}: {
  codes: readonly string[];
  isMiniMax: boolean;
}): boolean {
  return isMiniMax && codes.some((code) => miniMaxCodes.has(code));
}
