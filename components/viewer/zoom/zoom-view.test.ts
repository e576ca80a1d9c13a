import { describe, expect, test } from "vitest";
import {
  fitView,
  type Point,
  panBy,
  pressScale,
  type ZoomRoom,
  type ZoomView,
  zoomAt,
} from "#components/viewer/zoom/zoom-view.ts";

const room: ZoomRoom = {
  stage: { width: 1000, height: 800 },
  picture: { width: 900, height: 600 },
  ownScale: 3,
};

/** What of the picture is seen there, from its middle, in CSS pixels of where it fits. */
function seenAt({ scale, x, y }: ZoomView, point: Point): Point {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale };
}

describe("zoomAt", () => {
  test.each([
    [{ x: 0, y: 0 }, 3],
    [{ x: 310, y: -120 }, 3],
    [{ x: -400, y: 250 }, 6],
  ])("keeps what is seen at %o", (point, scale) => {
    const zoomed = zoomAt(fitView, { point, scale }, room);
    const before = seenAt(fitView, point);
    expect(zoomed.scale).toBe(scale);
    expect(seenAt(zoomed, point).x).toBeCloseTo(before.x);
    expect(seenAt(zoomed, point).y).toBeCloseTo(before.y);

    const further = zoomAt(zoomed, { point, scale: scale * 1.5 }, room);
    expect(seenAt(further, point).x).toBeCloseTo(before.x);
  });

  test("shows no ground beside a picture that is larger than the stage", () => {
    const corner = zoomAt(fitView, { point: { x: -450, y: -300 }, scale: 3 }, room);
    const moved = zoomAt(corner, { point: { x: 500, y: 400 }, scale: 1.2 }, room);
    expect(moved.x).toBe((900 * 1.2 - 1000) / 2);
    // It is not as high as the stage.
    expect(moved.y).toBe(0);
  });

  test("ends where the picture fits, and at four times its own pixels", () => {
    const point = { x: 100, y: 100 };
    expect(zoomAt({ scale: 3, x: -9, y: 7 }, { point, scale: 0.2 }, room)).toEqual(fitView);
    expect(zoomAt(fitView, { point, scale: 99 }, room).scale).toBe(12);
    expect(zoomAt(fitView, { point, scale: 99 }, { ...room, ownScale: 0.5 }).scale).toBe(4);
  });
});

test("a pan ends at the picture's edges", () => {
  const zoomed = zoomAt(fitView, { point: { x: 0, y: 0 }, scale: 2 }, room);
  expect(panBy(zoomed, { x: 30, y: -40 }, room)).toEqual({ scale: 2, x: 30, y: -40 });
  expect(panBy(zoomed, { x: 9_000, y: -9_000 }, room)).toEqual({ scale: 2, x: 400, y: -200 });
  expect(panBy(fitView, { x: 30, y: 30 }, room)).toEqual(fitView);
});

test("a press shows all pixels, and what has no more of them at twice its size", () => {
  expect(pressScale(room)).toBe(3);
  expect(pressScale({ ...room, ownScale: 0.5 })).toBe(2);
});
