/** A picture of the library is dragged as what it is a link to. */
const address = /^\/gallery\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Whether what is held over the screen may be a picture: which one, a browser says when it is dropped. */
export function isImageDrag({ types }: Pick<DataTransfer, "types">): boolean {
  return types.some((type) => /^(files|text\/uri-list)$/i.test(type));
}

/** The id of the picture of the library that is dropped; null where it is none. */
export function draggedImageId(dropped: Pick<DataTransfer, "getData">): string | null {
  const [first = ""] = dropped.getData("text/uri-list").split(/\r?\n/);
  if (!URL.canParse(first)) return null;

  const { origin, pathname } = new URL(first);
  return origin === location.origin ? (address.exec(pathname)?.[1] ?? null) : null;
}
