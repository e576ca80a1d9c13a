import { thumbHashToRGBA } from "thumbhash";

/** Draws a thumbhash (base64) at its own 32 pixels; the browser stretches it. A canvas needs no `data:` address. */
export function paintThumbhash(canvas: HTMLCanvasElement | null, thumbhash: string): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context || thumbhash === "") return;

  const bytes = Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0));
  const { w, h, rgba } = thumbHashToRGBA(bytes);

  canvas.width = w;
  canvas.height = h;
  context.putImageData(new ImageData(new Uint8ClampedArray(rgba), w, h), 0, 0);
}
