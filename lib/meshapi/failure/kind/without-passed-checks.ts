const topic = "(moderation|filters?|nsfw|safety|check(er|s)?|inspection|guardrails?)";
const found = "(nsfw|inappropriate|explicit|unsafe|sensitive|harmful|prohibited)";

const passed = [
  new RegExp(
    `\\b(no|zero|0)\\b[^.:;,]{0,30}\\b${found}\\b[^.:;,]{0,20}\\b(detected|found)\\b`,
    "gi",
  ),
  new RegExp(
    `\\b${topic}( (check|filter|review))?( (was|is|has))?\\s*[:=]?\\s*\\b(pass(ed|es)?|ok|okay|approved|disabled|clean|clear(ed)?)\\b`,
    "gi",
  ),
  /(?<!\b(not|n['’]t|to) )\bpass(ed|es)? (the |our |all )?(content|safety|moderation|nsfw)\b( (moderation|filters?|checks?|policy|review))?/gi,
];

/** What is left of a text without its words of checks that were passed: "passed moderation, but the size is wrong" is no refusal. */
export function withoutPassedChecks(text: string): string {
  return passed.reduce((rest, pattern) => rest.replaceAll(pattern, " "), text);
}
