let isMoved = false;

/** The picture that is shown next takes the focus: what has it goes. */
export function moveFocus(): void {
  isMoved = true;
}

/** Whether it is to be taken, told once. */
export function takeMoved(): boolean {
  const taken = isMoved;
  isMoved = false;
  return taken;
}
