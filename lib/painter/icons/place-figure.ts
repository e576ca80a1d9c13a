import { type Figure, heightOf } from "#lib/painter/icons/figure.ts";

/**
 * Stands a figure with its feet at `x`, `y`, `height` units tall. Its ids (gradients, clips) get `id` in front:
 * the same icon twice in a picture would otherwise share them.
 */
export function placeFigure(
  figure: Figure,
  {
    x,
    y,
    height,
    isFlipped,
    id,
    turn = 0,
  }: { x: number; y: number; height: number; isFlipped: boolean; id: string; turn?: number },
): string {
  const scale = height / heightOf(figure);
  const middle = (figure.box.left + figure.box.right) / 2;
  const own = figure.svg
    .replace(/\bid="([^"]+)"/g, `id="${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${id}-$1"`);
  const rotation = turn === 0 ? "" : ` rotate(${turn.toFixed(1)})`;
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})${rotation} scale(${(isFlipped ? -scale : scale).toFixed(4)} ${scale.toFixed(4)}) translate(${(-middle).toFixed(2)} ${(-figure.box.bottom).toFixed(2)})">${own}</g>`;
}
