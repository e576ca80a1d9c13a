import { mix } from "#lib/painter/drawing/colour.ts";
import { ellipse, path, rectangle } from "#lib/painter/drawing/shapes.ts";

/** Things that Noto lacks, drawn on 128 by 128 as its icons are. */
export const drawnIcons: ReadonlyMap<string, string> = new Map([
  ["hot-air-balloon", drawBalloon()],
]);

function drawBalloon(): string {
  const gores = ["#e4473f", "#f6b83c", "#f7f0e0", "#2f8fb8", "#f7f0e0", "#f6b83c", "#e4473f"];
  const envelope = gores.map((colour, index) => {
    const [from, to] = [index / gores.length, (index + 1) / gores.length].map(
      (share) => -Math.cos(Math.PI * share),
    );
    const side = (at: number) => `C${64 + at * 58} 22 ${64 + at * 56} 62 ${64 + at * 15} 92`;
    return path(
      `M64 4${side(from ?? 0)}L${64 + (to ?? 0) * 15} 92C${64 + (to ?? 0) * 56} 62 ${64 + (to ?? 0) * 58} 22 64 4z`,
      [mix(colour, "#ffffff", 0.12), mix(colour, "#5a2440", 0.12)],
    );
  });
  const sheen = ellipse(42, 36, 10, 22, "#ffffff", 0.22);
  const ropes = `<path d="M50 92L56 108M78 92L72 108" stroke="#6b4a34" stroke-width="1.4"/>`;
  const basket =
    rectangle(54, 107, 20, 15, ["#b07b47", "#855731"]) + rectangle(53, 106, 22, 3, "#6b4424");
  return envelope.join("") + sheen + ropes + basket;
}
