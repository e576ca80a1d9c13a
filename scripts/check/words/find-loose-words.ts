import ts from "typescript";

export interface LooseWords {
  line: number;
  text: string;
}

/** What people read or hear of an element. */
const spokenAttributes =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|label|title|placeholder|alt|caption|term|summary|hint)$/;

/** Their texts are for the developer, or are no words. */
const silentCalls =
  /^(cn|buttonClass|Error|TypeError|RangeError|querySelector(All)?|closest|matches|matchMedia|createContext|console\.\w+)$/;
const silentAttributes = /^(className|style|sizes|rel|d|viewBox|data-.*|on[A-Z].*|role|type|href)$/;

/** A capital and a small letter at the start, or several words of small letters in a row. */
const prose = /^\s*\p{Lu}\p{Ll}+([\s,.:;!?…]|$)|(^|[\s(])\p{L}\p{Ll}+,? \p{Ll}+([\s,.:;!?…’']|$)/u;

/** A word behind a hole, which is written as 0: "3 pictures". */
const beside = /(^|\s)0 \p{Ll}{2,}/u;

/** Values of the platform that look like words. */
const ofPlatform =
  /^(Arrow(Up|Down|Left|Right)?|Page(Up|Down)|Home|End|Enter|Escape|Delete|Tab|use (client|server)|(GET|POST|PUT|PATCH|DELETE) .*|[A-Z]\w+Error|Atelier)$/;

/**
 * The words in a source that people would read, and that stand there rather than in the catalogue. Told by their
 * looks: a text between tags, an attribute that is read or spoken, and a string of prose.
 */
export function findLooseWords(source: string, file: string): LooseWords[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: LooseWords[] = [];
  visit(tree);
  return found;

  function visit(node: ts.Node) {
    if (isSilent(node)) return;
    const text = textOf(node);
    if (text !== null && isSaid(node, text)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push({ line: line + 1, text: text.trim().replaceAll(/\s+/g, " ") });
    }
    ts.forEachChild(node, visit);
  }
}

function isSilent(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
    return true;
  if (ts.isJsxAttribute(node)) return silentAttributes.test(node.name.getText());
  return (
    (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
    silentCalls.test(node.expression.getText().split(".").at(-1) ?? "")
  );
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("0");
  return null;
}

function isSaid(node: ts.Node, text: string): boolean {
  if (ofPlatform.test(text)) return false;
  if (ts.isJsxText(node)) return /\p{L}/u.test(text);
  if (isSpokenAttribute(node)) return /\p{L}/u.test(text);
  const isSentence = ts.isTemplateExpression(node)
    ? beside.test(text) || prose.test(text)
    : prose.test(text);
  return !isClass(text) && isSentence;
}

function isSpokenAttribute(node: ts.Node): boolean {
  const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  return ts.isJsxAttribute(holder) && spokenAttributes.test(holder.name.getText());
}

/** Of Tailwind, or CSS itself: no sentence has so many hyphens and colons within its words. */
function isClass(text: string): boolean {
  if (/^[a-z-]+: [^.]*;$/.test(text)) return true;
  const words = text.trim().split(/\s+/);
  const strange = words.filter((word) => /[a-z]-[a-z0-9[(]|[a-z]:[a-z]|\[/.test(word)).length;
  return strange > 0 && strange >= words.length / 3;
}
