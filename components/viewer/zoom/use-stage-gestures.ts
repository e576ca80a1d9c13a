"use client";

import { type MouseEvent, type PointerEvent, useEffect, useEffectEvent, useRef } from "react";
import type { Zoom } from "#components/viewer/zoom/use-zoom.ts";
import type { Point } from "#components/viewer/zoom/zoom-view.ts";

/** Pixels of a pointer's way that are no press any more; and of a finger's that are a swipe. */
const stillPx = 6;
const swipePx = 56;
/** How close, in time and place, two taps are one double tap. */
const doubleTapMs = 320;
const doubleTapPx = 32;

interface Gesture {
  pointers: Map<number, Point>;
  start: Point;
  isTouch: boolean;
  /** It has moved, or had two fingers: no press. */
  isMoved: boolean;
  hadTwo: boolean;
}

interface Swipes {
  onSwipe: (direction: 1 | -1) => void;
  onSwipeUp: () => void;
}

/**
 * What a hand does on the stage: a drag moves what is zoomed, two fingers and the wheel zoom where they are, a click and a double tap
 * show all pixels there or what fits; and where it fits, a finger's swipe to the side leads on, and one up to the details.
 */
export function useStageGestures(zoom: Zoom, { onSwipe, onSwipeUp }: Swipes) {
  const gesture = useRef<Gesture | null>(null);
  const lastTap = useRef<(Point & { at: number }) | null>(null);
  useWheel(zoom);

  function end(event: PointerEvent) {
    const ended = gesture.current;
    if (!ended?.pointers.delete(event.pointerId) || ended.pointers.size > 0) return;
    if (!ended.isTouch || ended.hadTwo || event.type === "pointercancel") return;

    const point = pointOf(event);
    if (ended.isMoved) {
      lastTap.current = null;
      if (zoom.isZoomed) return;
      const [across, down] = [point.x - ended.start.x, point.y - ended.start.y];
      const [sideways, upwards] = [Math.abs(across), -down];
      if (sideways >= swipePx && Math.abs(down) <= sideways / 2) onSwipe(across < 0 ? 1 : -1);
      if (upwards >= swipePx && sideways <= upwards / 2) onSwipeUp();
      return;
    }
    const before = lastTap.current;
    const isSecond =
      before && event.timeStamp - before.at < doubleTapMs && distance(before, point) < doubleTapPx;
    lastTap.current = isSecond ? null : { ...point, at: event.timeStamp };
    if (isSecond) zoom.toggle(point);
  }

  return {
    onPointerDown(event: PointerEvent) {
      const point = pointOf(event);
      const running = gesture.current;
      if (running && running.pointers.size > 0) {
        running.pointers.set(event.pointerId, point);
        running.hadTwo = true;
        running.isMoved = true;
        return;
      }
      gesture.current = {
        pointers: new Map([[event.pointerId, point]]),
        start: point,
        isTouch: event.pointerType === "touch",
        isMoved: false,
        hadTwo: false,
      };
    },
    onPointerMove: (event: PointerEvent) => gesture.current && move(event, gesture.current, zoom),
    onPointerUp: end,
    onPointerCancel: end,
    /** Of the picture. A finger's tap is for `onPointerUp`; a click without a pointer is a key's. */
    onClick(event: MouseEvent) {
      if (event.detail === 0) return zoom.toggle();
      if (!gesture.current?.isTouch && !gesture.current?.isMoved) zoom.toggle(pointOf(event));
    },
  };
}

/** One pointer drags, two zoom between them. */
function move(event: PointerEvent, gesture: Gesture, zoom: Zoom) {
  const before = gesture.pointers.get(event.pointerId);
  if (!before) return;
  const point = pointOf(event);
  const isStill = distance(gesture.start, point) < stillPx;
  if (!gesture.isMoved && isStill) return;

  // What began on the picture goes on beside it.
  if (!gesture.isMoved && !gesture.isTouch) event.currentTarget.setPointerCapture(event.pointerId);
  gesture.isMoved = true;
  gesture.pointers.set(event.pointerId, point);
  const [other] = [...gesture.pointers].filter(([id]) => id !== event.pointerId);
  const way = { x: point.x - before.x, y: point.y - before.y };
  if (!other) {
    if (zoom.isZoomed) zoom.panBy(way);
    return;
  }
  const [, still] = other;
  const factor = distance(still, point) / Math.max(1, distance(still, before));
  zoom.zoomBy(middle(still, before), factor);
  zoom.panBy({ x: way.x / 2, y: way.y / 2 });
}

/** React hears the wheel and touches too late to keep the browser from what it does with them. */
function useWheel(zoom: Zoom) {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const deltaPx = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1);
    zoom.zoomBy(pointOf(event), Math.exp(-deltaPx * (event.ctrlKey ? 0.01 : 0.002)));
  });

  useEffect(() => {
    const stage = zoom.stage.current;
    const onTouchMove = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault();
    };
    stage?.addEventListener("wheel", onWheel, { passive: false });
    stage?.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => {
      stage?.removeEventListener("wheel", onWheel);
      stage?.removeEventListener("touchmove", onTouchMove);
    };
  }, [zoom.stage]);
}

function pointOf({ clientX, clientY }: { clientX: number; clientY: number }): Point {
  return { x: clientX, y: clientY };
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
