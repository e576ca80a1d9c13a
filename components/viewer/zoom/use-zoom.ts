"use client";

import {
  type CSSProperties,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import {
  fitView,
  type Point,
  panBy,
  pressScale,
  type ZoomRoom,
  type ZoomView,
  zoomAt,
} from "#components/viewer/zoom/zoom-view.ts";

export interface Zoom {
  /** The room that the picture is seen through. */
  stage: RefObject<HTMLDivElement | null>;
  picture: RefObject<HTMLButtonElement | null>;
  isZoomed: boolean;
  /** Of the picture. */
  style: CSSProperties;
  /** To all pixels, with what is at the point of the window kept there, or in the middle; or to what fits. */
  toggle: (at?: Point) => void;
  /** At a point of the window. */
  zoomBy: (at: Point, factor: number) => void;
  panBy: (way: Point) => void;
}

/** How large a picture is seen, and which part of it; it begins where it fits. */
export function useZoom(widthPx: number): Zoom {
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLButtonElement>(null);
  // A press is a way to be seen; what follows the hand is there at once.
  const [{ view, isEased }, setState] = useState({ view: fitView, isEased: false });

  function change(next: (view: ZoomView, room: ZoomRoom) => ZoomView, isEased = false) {
    const room = measure({ stage: stage.current, picture: picture.current, widthPx });
    if (room) setState((state) => ({ view: next(state.view, room), isEased }));
  }

  // In another room it shows no ground either.
  const onResize = useEffectEvent(() => change((view, room) => panBy(view, { x: 0, y: 0 }, room)));
  useEffect(() => {
    const observer = new ResizeObserver(onResize);
    if (stage.current) observer.observe(stage.current);
    return () => observer.disconnect();
  }, []);

  const fromMiddle = ({ x, y }: Point): Point => {
    const box = stage.current?.getBoundingClientRect();
    return box ? { x: x - box.x - box.width / 2, y: y - box.y - box.height / 2 } : { x: 0, y: 0 };
  };

  return {
    stage,
    picture,
    isZoomed: view.scale > 1,
    style: {
      transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
      transition: isEased ? "transform 160ms var(--ease)" : "none",
    },
    toggle(at) {
      const point = at ? fromMiddle(at) : { x: 0, y: 0 };
      change(
        (view, room) =>
          view.scale > 1 ? fitView : zoomAt(view, { point, scale: pressScale(room) }, room),
        true,
      );
    },
    zoomBy(at, factor) {
      const point = fromMiddle(at);
      change((view, room) => zoomAt(view, { point, scale: view.scale * factor }, room));
    },
    panBy: (way) => change((view, room) => panBy(view, way, room)),
  };
}

interface Measured {
  stage: HTMLElement | null;
  picture: HTMLElement | null;
  widthPx: number;
}

function measure({ stage, picture, widthPx }: Measured): ZoomRoom | null {
  if (!stage || !picture) return null;

  return {
    stage: { width: stage.clientWidth, height: stage.clientHeight },
    // As it is laid out, whatever its transform.
    picture: { width: picture.offsetWidth, height: picture.offsetHeight },
    ownScale: widthPx / window.devicePixelRatio / picture.offsetWidth,
  };
}
