import type { Density, FeedView } from "#components/studio/feed/layout/lay-out.ts";

/** The cookie that tells the server what the feed was last laid out in, so that it comes as it will stay. */
export const viewCookie = "atelier-feed";

/** What is guessed of a browser that has told nothing. */
export const usualView: FeedView = { width: 1340, height: 900, isPhone: false, density: "M" };

/** "M-1340x900", or "S-390x844-phone". */
export function writeView({ width, height, isPhone, density }: FeedView): string {
  return `${density}-${Math.round(width)}x${Math.round(height)}${isPhone ? "-phone" : ""}`;
}

export function readView(text: string | undefined): FeedView | null {
  const match = /^([SML])-(\d{2,5})x(\d{2,5})(-phone)?$/.exec(text ?? "");
  if (!match) return null;

  const [, density, width, height, phone] = match;
  return {
    density: isDensity(density) ? density : "M",
    width: Number(width),
    height: Number(height),
    isPhone: phone !== undefined,
  };
}

function isDensity(text: string | undefined): text is Density {
  return text === "S" || text === "M" || text === "L";
}
