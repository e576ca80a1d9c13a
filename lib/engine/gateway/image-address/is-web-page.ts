/** Enough to see how a page begins, behind white space and a byte order mark. */
const startBytes = 512;

/** Whether this is a page for people: a server that wants a sign-in often answers with one, as if all were well. */
export function isWebPage({
  bytes,
  contentType,
}: {
  bytes: Uint8Array;
  contentType: string | null;
}): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, startBytes)).trimStart().toLowerCase();
  if (/^<(!doctype html|html|head|body)\b/.test(start)) return true;

  // By the name alone only what reads as markup: a picture under a wrong name is a picture.
  return (
    /^(text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? "") && start.startsWith("<")
  );
}
