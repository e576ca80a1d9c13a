import type { Ended } from "#components/notify/count-ended.ts";

const mark = /^\(\d+\) /;

/** The icon of the page as it came, and its drawing once that was read. */
let plain: { href: string; svg: string | null } | null = null;
let latest: Ended | null = null;

/** Puts on the tab how many pictures came to their end, in its title and on its icon; null takes it away. */
export async function showBadge(ended: Ended | null): Promise<void> {
  latest = ended;
  const count = ended ? ended.made + ended.failed : 0;
  const title = document.title.replace(mark, "");
  document.title = count > 0 ? `(${count}) ${title}` : title;

  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link || (count === 0 && !plain)) return;
  plain ??= { href: link.href, svg: null };
  if (!ended || count === 0) {
    link.href = plain.href;
    return;
  }
  plain.svg ??= await readDrawing(plain.href);
  // It may have been looked at meanwhile.
  if (plain.svg && latest === ended) link.href = toDataUrl(withBadge(plain.svg, ended));
}

/** The title says it without an icon. */
async function readDrawing(href: string): Promise<string | null> {
  try {
    const response = await fetch(href);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/** A dot with the number, as far as a number can be read at 16 pixels; red where something did not work. */
function withBadge(svg: string, { made, failed }: Ended): string {
  const count = made + failed;
  const colours = failed > 0 ? ["#d92d20", "#fff"] : ["#caf24c", "#171717"];
  const [ground, ink] = colours;
  const words = count < 10 ? `${count}` : "9+";
  return svg.replace(
    "</svg>",
    `<circle cx="44" cy="20" r="22" fill="${ground}" stroke="#171717" stroke-width="4"/>` +
      `<text x="44" y="31" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${count < 10 ? 32 : 24}" fill="${ink}">${words}</text></svg>`,
  );
}

function toDataUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
