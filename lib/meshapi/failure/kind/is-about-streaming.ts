/** Between quotes or not, with what people put behind it. */
const stream = "['\"`]?\\bstream(ing)?\\b['\"`]?";

/** Each says that the word itself is not taken, so that nothing was begun. */
const refusals = [
  new RegExp(
    `(unknown|unrecogni[sz]ed|unsupported|unexpected|invalid|extra|additional|disallowed|unpermitted)( keyword| body| request| query)? (parameters?|arguments?|fields?|propert(y|ies)|keys?|options?|inputs?|value( for)?)[^.]{0,40}${stream}`,
    "i",
  ),
  new RegExp(
    `${stream}[^.]{0,60}\\b((is|are|was) not|isn't|not|un|n't)[ -]?(yet |currently )?(supported|allowed|permitted|available|implemented|enabled|recogni[sz]ed|accepted|valid|defined|known|expected)`,
    "i",
  ),
  new RegExp(
    `\\b(does not|doesn't|cannot|can't|do not|don't|not)( currently| yet)? (support|allow|accept|permit|handle)(ed|ing)?[^.]{0,40}${stream}`,
    "i",
  ),
  new RegExp(`${stream}[^.]{0,40}\\b(is|are) (disabled|unavailable|forbidden|off)\\b`, "i"),
  new RegExp(`\\bno (support for )?${stream}( support)?`, "i"),
  new RegExp(
    `${stream}[^.]{0,30}\\b(must|should|has to|needs to|can only) be (false|disabled|off|unset|omitted)`,
    "i",
  ),
  new RegExp(
    `\\b(set|use|with|remove|disable|omit)\\b[^.]{0,20}${stream}\\s*(=|:|to)?\\s*(false|off)`,
    "i",
  ),
  new RegExp(`${stream}['"\`]?( was)? unexpected`, "i"),
  /不支持.{0,8}(流式|stream)|(流式|stream).{0,8}不支持/i,
];

/** About something that needs a stream, or the bytes of one. */
const others =
  /\b(without|unless|requires?|only)\b[^.]{0,40}\bstream|\b(end|closing|reading|error(?!,)|failed|while|during|broken)[^.]{0,20}\bstream|\bstream (ended|closed|reset|error|was|timed|interrupted)/i;

/** Whether `stream` is what a gateway does not take, in so many words. */
export function isAboutStreaming({
  heard,
  parameter,
}: {
  heard: readonly string[];
  parameter: string | null;
}): boolean {
  if (parameter === "stream") return true;

  return heard.some((text) => !others.test(text) && refusals.some((pattern) => pattern.test(text)));
}
