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

/** As shares of the window's height: a row at most, several rows at most; and how many a row has at most. */
const densities = {
  S: { row: 0.26, block: 0.52, perRow: 12 },
  M: { row: 0.6, block: 0.68, perRow: 6 },
  L: { row: 0.75, block: 1.4, perRow: 3 },
};
const phoneColumns = { S: 3, M: 2, L: 1 };
const phoneRow = 0.7;

/** Where the pictures of a generation stand, each row over the whole width; docs/design.md tells the rules. */
export function layOut(pictures: Pictures, view: FeedView): Layout {
  return view.isPhone ? layOutOnPhone(pictures, view) : layOutOnDesk(pictures, view);
}

function layOutOnDesk({ count, ratio }: Pictures, { width, height, density }: FeedView): Layout {
  const { row: highestRow, block, perRow } = densities[density];
  const rowsOf = (rows: number) => spread(count, rows).map((of) => fill(of, { width, ratio }));
  const canHave = (rows: number) => Math.floor(count / rows) > 1;

  let rows = 1;
  if (count > 3) {
    // As large as they can be while all can be seen at once, but no smaller than a share of the width.
    while (canHave(rows + 1) && heightOf(rowsOf(rows + 1)) <= block * height) rows++;
    while (canHave(rows + 1) && (rowsOf(rows)[0]?.width ?? 0) < width / perRow) rows++;
  }
  const laidOut = rowsOf(rows);
  const highest = count > 3 && density !== "S" ? block : highestRow;
  if (rows > 1 || heightOf(laidOut) <= highest * height) return { label: "above", rows: laidOut };

  const room = width - labelWidth - labelSpace - (count - 1) * gaps.desk;
  const high = Math.min(highestRow * height, room / (count * ratio));
  return { label: "beside", rows: [{ count, width: high * ratio, height: high }] };
}

function layOutOnPhone({ count, ratio }: Pictures, { width, height, density }: FeedView): Layout {
  const highest = phoneRow * height;
  const columns = Math.min(count, phoneColumns[density]);
  if (columns === 1) {
    const high = Math.min(width / ratio, highest);
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

  const first = fill(odd, { width, ratio, gap });
  const rows = first.height <= highest ? [first, ...full] : [...full, { ...row, count: odd }];
  return { label: "above", rows };
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

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, (rows.length - 1) * gaps.desk);
}
