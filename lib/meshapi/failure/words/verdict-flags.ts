import { plain } from "./plain.ts";

/* Names of flags in lower case and without dashes. */

/** Of what a filter found in a prompt or a picture: what is true is a refusal. */
const foundNames =
  /^(is|has|was|been)*(flagged|moderated|(content|policy|safety)violation|nsfw(concepts?|contents?|(content)?detected)?)$/;
/** Of what it was found to be: what is false is a refusal. */
const safeNames =
  /^((is|was)(image|prompt|content|output)?|(image|prompt|content|output)(is)?)safe$|^respectmoderation$/;

/** Of any check, whose name says what it is about. */
const goodNames = /^(is)?(pass(ed)?|ok|success|safe|allowed|approved|clean)$/;
const badNames =
  /^(is|has|was|been)*(blocked|filtered|detected|violated|violation|rejected|refused|triggered|hit|match(ed)?|failed|sensitive|unsafe|value|refusal)$/;

const isYes = /^(true|yes|1|passed|ok)$/;
const isNo = /^(false|no|none|0)$/;

/** Whether a flag, or one of a list, says that a prompt or a picture was refused for what it shows. */
export function flagsRefusal(own: string, value: unknown): boolean {
  const name = plain(own);
  const bad = foundNames.test(name) ? true : safeNames.test(name) ? false : null;
  return bad !== null && [value].flat().includes(bad);
}

/** Whether a flag says that a check found nothing. */
export function flagsPassed(own: string, value: unknown): boolean {
  const name = plain(own);
  const text = typeof value === "object" ? "" : plain(String(value));
  if (safeNames.test(name) || goodNames.test(name)) return isYes.test(text);
  return (foundNames.test(name) || badNames.test(name)) && isNo.test(text);
}
