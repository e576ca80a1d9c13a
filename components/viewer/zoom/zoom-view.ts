export interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** How a picture is seen: how many times as large as where it fits, and its middle, from that of the stage, in CSS pixels. */
export interface ZoomView extends Point {
  scale: number;
}

/** What a view depends on, measured when it changes. */
export interface ZoomRoom {
  stage: Size;
  /** Where it fits. */
  picture: Size;
  /** The scale at which one pixel of the picture is one of the device. */
  ownScale: number;
}

export const fitView: ZoomView = { scale: 1, x: 0, y: 0 };

interface ZoomTarget {
  /** From the middle of the stage: what of the picture is there stays there. */
  point: Point;
  scale: number;
}

/** The view at another scale, with the same of the picture at the point, as far as its edges allow. */
export function zoomAt(view: ZoomView, { point, scale }: ZoomTarget, room: ZoomRoom): ZoomView {
  const bounded = Math.min(Math.max(scale, 1), Math.max(4, room.ownScale * 4));
  const growth = bounded / view.scale;
  const moved = {
    scale: bounded,
    x: point.x - (point.x - view.x) * growth,
    y: point.y - (point.y - view.y) * growth,
  };
  return keepWithin(moved, room);
}

/** The view moved by so much, as far as the picture's edges allow. */
export function panBy(view: ZoomView, { x, y }: Point, room: ZoomRoom): ZoomView {
  return keepWithin({ ...view, x: view.x + x, y: view.y + y }, room);
}

/** What a press zooms to: all pixels of the picture, or twice its size where it has no more than are seen. */
export function pressScale({ ownScale }: ZoomRoom): number {
  return ownScale > 1.1 ? ownScale : 2;
}

/** No empty ground beside a picture that is larger than the stage; one that is smaller stays in the middle. */
function keepWithin({ scale, x, y }: ZoomView, { stage, picture }: ZoomRoom): ZoomView {
  return {
    scale,
    x: bound(x, (picture.width * scale - stage.width) / 2),
    y: bound(y, (picture.height * scale - stage.height) / 2),
  };
}

function bound(value: number, most: number): number {
  return most <= 0 ? 0 : Math.min(Math.max(value, -most), most);
}
