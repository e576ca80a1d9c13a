import { mix, shift } from "#lib/painter/drawing/colour.ts";
import { ellipse, path } from "#lib/painter/drawing/shapes.ts";
import { type Figure, heightOf, moved, together, widthOf } from "#lib/painter/icons/figure.ts";

/** Heads that need shoulders; the robe of a ruler has a collar of ermine. */
const heads: ReadonlySet<string> = new Set([
  "man",
  "woman",
  "girl",
  "boy",
  "child",
  "person",
  "old-man",
  "old-woman",
  "prince",
  "princess",
  "person-with-crown",
  "santa-claus",
  "baby",
  "robot",
  "alien",
  "skull",
  "clown-face",
]);
const rulers: ReadonlySet<string> = new Set(["prince", "princess", "person-with-crown"]);

/** A head on shoulders in cloth of a colour; icons that have shoulders, or are no heads, as they are. */
export function withShoulders(
  icon: string,
  head: Figure,
  { cloth, isRuler }: { cloth: string; isRuler: boolean },
): Figure {
  if (!heads.has(icon)) return head;

  const middle = (head.box.left + head.box.right) / 2;
  const chin = head.box.bottom;
  const half = widthOf(head) * 0.88;
  const dark = shift(cloth, { lightness: -0.1 });
  const body = path(
    `M${middle - half} ${chin + 92}C${middle - half} ${chin + 22} ${middle - half * 0.55} ${chin - 2} ${middle - 16} ${chin - 14}L${middle + 16} ${chin - 14}C${middle + half * 0.55} ${chin - 2} ${middle + half} ${chin + 22} ${middle + half} ${chin + 92}z`,
    [cloth, dark],
  );
  const fold = path(
    `M${middle} ${chin + 4}L${middle - 15} ${chin + 92}H${middle + 15}z`,
    mix(cloth, "#ffffff", 0.16),
  );
  const collar =
    isRuler || rulers.has(icon)
      ? ermine(middle, chin, half)
      : path(
          `M${middle - 24} ${chin - 8}Q${middle} ${chin + 26} ${middle + 24} ${chin - 8}L${middle + 15} ${chin - 18}H${middle - 15}z`,
          mix(cloth, "#ffffff", 0.3),
        );
  const shoulders: Figure = {
    svg: body + fold + collar,
    box: { left: middle - half, top: chin - 14, right: middle + half, bottom: chin + 84 },
  };
  return together(shoulders, head);
}

/** A figure with a hat on its head. */
export function withHat(head: Figure, hat: Figure): Figure {
  const scale = (widthOf(head) * 0.62) / widthOf(hat);
  const x = (head.box.left + head.box.right) / 2 - ((hat.box.left + hat.box.right) / 2) * scale;
  return together(
    head,
    moved(hat, { x, y: head.box.top + heightOf(head) * 0.17 - hat.box.bottom * scale, scale }),
  );
}

function ermine(middle: number, chin: number, half: number): string {
  const fur = path(
    `M${middle - half * 0.86} ${chin + 18}C${middle - half * 0.5} ${chin + 58} ${middle + half * 0.5} ${chin + 58} ${middle + half * 0.86} ${chin + 18}C${middle + half * 0.5} ${chin - 4} ${middle + 20} ${chin - 14} ${middle} ${chin - 14}C${middle - 20} ${chin - 14} ${middle - half * 0.5} ${chin - 4} ${middle - half * 0.86} ${chin + 18}z`,
    ["#fdfbf5", "#e4dfd3"],
  );
  const tails = [-0.6, -0.36, -0.12, 0.12, 0.36, 0.6].map((share) =>
    ellipse(middle + share * half, chin + 36 - 26 * share * share, 2.6, 5.5, "#3a3336"),
  );
  return fur + tails.join("");
}
