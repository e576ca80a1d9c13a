/** Something to place in a scene: SVG in units of its own, and the box that it fills. */
export interface Figure {
  svg: string;
  box: { left: number; top: number; right: number; bottom: number };
}

/** How wide a figure is, in its own units. */
export function widthOf({ box }: Figure): number {
  return box.right - box.left;
}

/** How tall a figure is, in its own units. */
export function heightOf({ box }: Figure): number {
  return box.bottom - box.top;
}

/** One figure moved and scaled into the units of another. */
export function moved(
  figure: Figure,
  { x, y, scale }: { x: number; y: number; scale: number },
): Figure {
  const { left, top, right, bottom } = figure.box;
  return {
    svg: `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})">${figure.svg}</g>`,
    box: {
      left: x + left * scale,
      top: y + top * scale,
      right: x + right * scale,
      bottom: y + bottom * scale,
    },
  };
}

/** Figures over one another, the last in front, in one box. */
export function together(...figures: readonly Figure[]): Figure {
  return {
    svg: figures.map((figure) => figure.svg).join(""),
    box: {
      left: Math.min(...figures.map(({ box }) => box.left)),
      top: Math.min(...figures.map(({ box }) => box.top)),
      right: Math.max(...figures.map(({ box }) => box.right)),
      bottom: Math.max(...figures.map(({ box }) => box.bottom)),
    },
  };
}
