const words = ["first", "second", "third", "fourth", "fifth"];
const rules = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** "first" of 1, "second" of 2, and from the sixth on in digits. */
export function ordinal(position: number): string {
  return words[position - 1] ?? `${position}${endings[rules.select(position)] ?? "th"}`;
}
