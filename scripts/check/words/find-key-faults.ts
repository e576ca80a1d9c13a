import compile from "icu-minify/compile";
import ts from "typescript";

export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Source {
  file: string;
  text: string;
}

/**
 * What does not fit between a catalogue and the code that asks for its messages: keys that are asked for and missing,
 * messages that nobody asks for, and values that a message wants and is not given, or is given and does not want.
 */
export function findKeyFaults(catalogue: Catalogue, sources: readonly Source[]): string[] {
  const messages = new Map<string | null, string>(
    Object.entries(catalogue).flatMap(([space, own]) =>
      Object.entries(own).map(([name, text]) => [`${space}.${name}`, text] as const),
    ),
  );
  const uses = sources.flatMap(({ file, text }) => usesOf(file, text));
  const asked = uses.filter(({ isAsked }) => isAsked);
  const exact = new Set(uses.map(({ key }) => key));
  const patterns = uses.flatMap(({ pattern }) => pattern ?? []);

  return [
    ...asked.flatMap(({ file, key }) =>
      key !== null && !messages.has(key) ? [`${file}: ${key} is not in the catalogue`] : [],
    ),
    ...[...messages.keys()]
      .filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(`${key}`)))
      .map((key) => `${key} is in the catalogue, and nobody asks for it`),
    ...asked.flatMap(({ file, key, given }) => {
      const message = messages.get(key);
      return message === undefined || given === null
        ? []
        : valueFaults(`${file}: ${key}`, { wanted: valuesOf(message), given });
    }),
  ];
}

/** The names of the values, and of the tags, that a message wants. Throws for one that is no ICU message. */
export function valuesOf(message: string): Set<string> {
  const names = new Set<string>();
  collect(compile(message), names);
  return names;
}

function collect(node: unknown, names: Set<string>) {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) {
    for (const branch of Object.values(node)) collect(branch, names);
    return;
  }
  for (const part of node) {
    if (!Array.isArray(part)) continue;
    const [name, type, ...rest] = part;
    names.add(String(name));
    // Behind a number's or a date's type stands how it is to be written, behind a tag what it holds.
    if (typeof type === "number" && type >= 4) continue;
    for (const inside of typeof type === "number" ? rest : [[type, ...rest]])
      collect(inside, names);
  }
}

function valueFaults(
  place: string,
  { wanted, given }: { wanted: ReadonlySet<string>; given: readonly string[] },
): string[] {
  return [
    ...[...wanted].filter((name) => !given.includes(name)).map((name) => `${place} wants ${name}`),
    ...given.filter((name) => !wanted.has(name)).map((name) => `${place} has no ${name}`),
  ];
}

interface Use {
  file: string;
  /** Null where only the form of the key is known. */
  key: string | null;
  pattern?: RegExp;
  /** Whether it stands in a call of `t`; a text that looks like a key may also be something else. */
  isAsked: boolean;
  /** The names of the values; null where they cannot be read off. */
  given: readonly string[] | null;
}

function usesOf(file: string, text: string): Use[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const uses: Use[] = [];
  visit(tree);
  return uses;

  function visit(node: ts.Node) {
    ts.forEachChild(node, visit);
    if (ts.isStringLiteralLike(node)) {
      const call = ts.isCallExpression(node.parent) ? node.parent : null;
      const asking = call?.arguments[0] === node ? askedBy(call.expression) : null;
      const given = asking === null ? null : givenTo(node.parent);
      uses.push({ file, key: `${asking ?? ""}${node.text}`, isAsked: asking !== null, given });
      // The code of a reason, or of a note, may come from a table, or from a choice.
      for (const space of ["reasons", "notes"])
        uses.push({ file, key: `${space}.${node.text}`, isAsked: false, given: null });
    }
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (!/^[a-z]\w*\./.test(node.head.text)) return;
      const pattern = new RegExp(`^${parts.join("\\w+").replaceAll(".", "\\.")}$`);
      uses.push({ file, key: null, pattern, isAsked: false, given: null });
    }
  }
}

/** What a call puts before its key: nothing for `t("…")`, `t.rich("…")` and `say("…")`, the space for `because("…")`. Null for any other. */
function askedBy(callee: ts.Expression): string | null {
  const name = callee.getText();
  if (name === "because") return "reasons.";
  return /^(say|t(\.rich)?)$/.test(name) ? "" : null;
}

function givenTo(call: ts.Node): string[] | null {
  const values = ts.isCallExpression(call) ? call.arguments[1] : undefined;
  if (!values) return [];
  if (!ts.isObjectLiteralExpression(values)) return null;

  const names = values.properties.map(({ name }) => name?.getText());
  return names.some((name) => name === undefined) ? null : names.flatMap((name) => name ?? []);
}
