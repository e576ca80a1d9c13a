export type Density = "S" | "M" | "L";

/** What a generation is laid out in. */
export interface FeedView {
  /** The feed's width, in pixels, without its margins. */
  width: number;
  /** The window's height, in pixels. */
  height: number;
  /** Whether the window is narrower than 768 pixels. */
  isPhone: boolean;
  density: Density;
}

export interface Row {
  count: number;
  /** Of each of its pictures, in pixels. */
  width: number;
  height: number;
}

export interface Layout {
  /** Where the label stands: in a line above the pictures, or at their foot, beside them. */
  label: "above" | "beside";
  rows: readonly Row[];
}

interface Pictures {
  count: number;
  /** Width by height, of each. */
  ratio: number;
}

export const gaps = { desk: 8, phone: 2 };

/** The least that a label beside pictures has, and the space between the two. */
const labelWidth = 240;
const labelSpace = 32;

/** What the shell, the composer at rest and the room around take of the window; a label above, of two lines, takes its own. */
const taken = { above: 300, beside: 240 };
/** Of a window that is lower than any of today's, the pictures have this share all the same. */
const leastFree = 0.4;

/** The height of a row as a share of the window's, and of all rows as a share of what is free; how many a row has at most. */
const densities = {
  S: { row: 0.26, block: 0.75, perRow: 12 },
  M: { row: 0.6, block: 1, perRow: 10 },
  L: { row: 0.75, block: 2, perRow: 3 },
};
/** By so much the pictures have to be larger in all for their label to stand beside them. */
const worthBeside = 1.1;
const phoneColumns = { S: 3, M: 2, L: 1 };
/** Of the window's height: a picture alone at most, and several with one over the whole width. */
const phoneShare = 0.7;

/** Where the pictures of a generation stand, each row over the whole width; docs/design.md tells the rules. */
export function layOut(pictures: Pictures, view: FeedView): Layout {
  return view.isPhone ? layOutOnPhone(pictures, view) : layOutOnDesk(pictures, view);
}

/** As large as they can be while all of them are seen at once; only of what needs several rows at any height there may be more. */
function layOutOnDesk({ count, ratio }: Pictures, view: FeedView): Layout {
  const { width } = view;
  const least = Math.ceil(count / densities[view.density].perRow);
  const most = Math.max(least, Math.floor(count / 2));
  const above = (rows: number): Layout => ({
    label: "above",
    rows: spread(count, rows).map((of) => fill(of, { width, ratio })),
  });
  if (least > 1 && heightOf(above(least)) > highest("above", least, view)) return above(least);

  let best: Layout | null = null;
  for (let rows = least; rows <= most; rows++) {
    const besides = fillBeside(spread(count, rows), { ratio, view });
    const across = above(rows);
    const isWhole = heightOf(across) <= highest("above", rows, view);
    if (isWhole && areaOf(across) > areaOf(best)) best = across;
    if (areaOf(besides) > areaOf(best) * worthBeside) best = besides;
  }
  return best ?? above(least);
}

/** What all rows may have together. */
function highest(label: Layout["label"], rows: number, { height, density }: FeedView): number {
  const { row, block } = densities[density];
  const free = block * Math.max(height - taken[label], leastFree * height);
  return rows === 1 ? Math.min(row * height, free) : free;
}

/** Each row over the same width, which leaves room for the label. */
function fillBeside(
  counts: readonly number[],
  { ratio, view }: { ratio: number; view: FeedView },
): Layout {
  const gap = gaps.desk;
  // A row's height grows with its width by the first of these, and is less by the second for its gaps.
  const slope = counts.reduce((sum, count) => sum + 1 / (count * ratio), 0);
  const lost = counts.reduce((sum, count) => sum + ((count - 1) * gap) / (count * ratio), 0);
  const high = highest("beside", counts.length, view) - (counts.length - 1) * gap;
  const width = Math.min(view.width - labelWidth - labelSpace, (high + lost) / slope);
  return { label: "beside", rows: counts.map((count) => fill(count, { width, ratio })) };
}

function layOutOnPhone({ count, ratio }: Pictures, { width, height, density }: FeedView): Layout {
  const most = phoneShare * height;
  const columns = Math.min(count, phoneColumns[density]);
  if (columns === 1) {
    const high = Math.min(width / ratio, most);
    const rows = Array.from({ length: count }, () => ({
      count: 1,
      width: high * ratio,
      height: high,
    }));
    return { label: "above", rows };
  }

  const gap = gaps.phone;
  const row = fill(columns, { width, ratio, gap });
  const full = Array.from({ length: Math.floor(count / columns) }, () => row);
  const odd = count % columns;
  if (odd === 0) return { label: "above", rows: full };

  const rows = [fill(odd, { width, ratio, gap }), ...full];
  const isWhole = heightOf({ rows }, gap) <= most;
  return { label: "above", rows: isWhole ? rows : [...full, { ...row, count: odd }] };
}

/** As evenly as can be, fuller rows first. */
function spread(count: number, rows: number): number[] {
  return Array.from(
    { length: rows },
    (_, at) => Math.floor(count / rows) + (at < count % rows ? 1 : 0),
  );
}

function fill(
  count: number,
  { width, ratio, gap = gaps.desk }: { width: number; ratio: number; gap?: number },
): Row {
  const each = (width - (count - 1) * gap) / count;
  return { count, width: each, height: each / ratio };
}

/** Of all rows, with what lies between them. */
export function heightOf({ rows }: Pick<Layout, "rows">, gap = gaps.desk): number {
  return rows.reduce((sum, { height }) => sum + height, (rows.length - 1) * gap);
}

function areaOf(layout: Layout | null): number {
  return layout?.rows.reduce((sum, row) => sum + row.count * row.width * row.height, 0) ?? 0;
}
