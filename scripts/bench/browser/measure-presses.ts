import type { Page } from "playwright";
import type { FakeGateway } from "../../../e2e/fake-gateway/start-fake-gateway.ts";
import type { Figure } from "../report/figure.ts";
import { markStoredImages, type ObservedPress, observePress } from "./observe-press.ts";

interface MeasurePressesOptions {
  page: Page;
  studioUrl: string;
  gateway: FakeGateway;
  /** Presses that count, and those before them that do not. */
  count: number;
  warmUp: number;
  /** How many sketches come before the picture, in one burst with it. */
  sketches: number;
}

/** A press with what the gateway and the database know of it. */
interface Press extends ObservedPress {
  /** The gateway had the request, and had given the last byte of its answer away. */
  chargedAt: number;
  deliveredAt: number;
  /** The files were in place, and the picture's row was written. */
  filedAt: number;
}

/** Presses the button again and again, each time after the last picture was shown. Opens the studio for it anew. */
export async function measurePresses(options: MeasurePressesOptions): Promise<Figure[]> {
  const { page, studioUrl, gateway, count, warmUp, sketches } = options;
  await page.addInitScript(markStoredImages);
  // A draft that is restored while the prompt is filled in would mix with it; nobody types that fast.
  await page.addInitScript(() => localStorage.removeItem("atelier.draft"));
  await page.goto(studioUrl);

  const observed = new Map<string, ObservedPress>();
  for (let number = 1; number <= warmUp + count; number += 1) {
    const prompt = `[[grain]] [[partials:${sketches}]] A quiet coast at dawn, number ${number}`;
    const press = await pressOnce(page, prompt);
    if (number > warmUp) observed.set(prompt, press);
  }

  await gateway.idle();
  const filed = await readFiledTimes(studioUrl);
  const charges = new Map(gateway.ledger().charges.map((charge) => [charge.prompt, charge]));
  const presses = [...observed].map(([prompt, press]) => ({
    ...press,
    chargedAt: Date.parse(charges.get(prompt)?.chargedAt ?? ""),
    deliveredAt: Date.parse(charges.get(prompt)?.endedAt ?? ""),
    filedAt: filed.get(prompt) ?? Number.NaN,
  }));
  return sketches === 0 ? toFigures(presses) : [toImageFigure(presses, { sketches })];
}

async function pressOnce(page: Page, prompt: string): Promise<ObservedPress> {
  await page.getByRole("textbox", { name: "Prompt" }).fill(prompt);
  const button = page.getByRole("button", { name: /^Generate/ });
  const [press] = await Promise.all([page.evaluate(observePress, prompt), button.click()]);
  return press;
}

/** When the row of each of the newest pictures was written, by prompt. */
async function readFiledTimes(studioUrl: string): Promise<Map<string, number>> {
  const response = await fetch(`${studioUrl}/api/images?limit=100`);
  const { images }: { images: { prompt: string; createdAt: string }[] } = await response.json();
  return new Map(images.map(({ prompt, createdAt }) => [prompt, Date.parse(createdAt)]));
}

function toImageFigure(presses: readonly Press[], { sketches }: { sketches: number }): Figure {
  return {
    name: `last byte → picture${sketches > 0 ? `, after ${sketches} sketches` : ""}`,
    unit: "ms",
    values: presses.map((press) => press.shownAt - press.deliveredAt),
    aims: [
      { of: "p50", limit: 120 },
      { of: "p95", limit: 180 },
    ],
  };
}

function toFigures(presses: readonly Press[]): Figure[] {
  const between = (name: string, times: (press: Press) => number): Figure => ({
    name,
    unit: "ms",
    values: presses.map(times),
  });

  return [
    {
      ...between("press → tile", (press) => press.feedbackAt - press.pressedAt),
      aims: [{ of: "p95", limit: 60 }],
    },
    toImageFigure(presses, { sketches: 0 }),
    between(
      "press → picture, less the gateway's time",
      (press) => press.shownAt - press.pressedAt - (press.deliveredAt - press.chargedAt),
    ),
    between("· press → answered", (press) => press.answeredAt - press.pressedAt),
    between("· press → at the gateway", (press) => press.chargedAt - press.pressedAt),
    between("· last byte → row", (press) => press.filedAt - press.deliveredAt),
    between("· row → event", (press) => press.toldAt - press.filedAt),
    between("· event → picture asked for", (press) => press.requestedAt - press.toldAt),
    between("· asked for → received", (press) => press.receivedAt - press.requestedAt),
    between("· received → on screen", (press) => press.shownAt - press.receivedAt),
  ];
}
