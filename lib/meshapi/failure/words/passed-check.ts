/* Names in lower case and without dashes. */
import { plain } from "./plain.ts";
import { flagsPassed } from "./verdict-flags.ts";

/** What a rule is called, and what it is about. */
const topics =
  /moderation|safety|safe$|nsfw|content|policy|blocklist|refusal|guardrail|recitation|sensitiv|spii|filter|risk|censor|sexual|violence|hate|harass|selfharm|illicit|prohibit|infring|harm|gore|minors/;
/** What says that it was broken. */
const verdicts =
  /violat|block(?!list)|reject|refused|flagg|filtered|moderated|fail|error|denied|detected|trigger/;

const resultNames =
  /^(status|state|result|verdict|outcome|decision|action|value|severity|conclusion|level|probability|recommendation|label)$/;
const well =
  /^(pass(ed)?|ok(ay)?|success(ful|ful+y)?|succeeded|clean|clear(ed)?|safe|allow(ed)?|approved?|accept(ed)?|none|no(ne)?(detected|found)?|negligible|(very)?low|false|skip(ped)?|completed?|done|finished|running|pending|started|processing|inprogress|not\w+|un(flagged|filtered)|0|normal|good|continue|disabled|off|通过|正常)$/;
/** Whether an object tells of a check that found nothing, or is none yet: what it is called is no refusal then. */
export function tellsPassed(check: object): boolean {
  return Object.entries(check).some(([own, value]) => {
    const name = plain(own);
    const text = typeof value === "object" ? "" : plain(String(value));
    if (resultNames.test(name) && well.test(text)) return true;
    if (flagsPassed(own, value)) return true;
    // Of a number alone nobody can tell what it means.
    return /^(score|confidence|probability|value)s?$/.test(name) && typeof value === "number";
  });
}

/** Whether a code names a rule, or what it is about, and no breach of it. */
export function isTopic(code: string): boolean {
  const name = plain(code);
  return topics.test(name) && !verdicts.test(name);
}
