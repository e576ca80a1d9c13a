/** Where heads are longer, nothing is mended. */
const headBytesMax = 64 * 1024;

/**
 * Takes away, where it stands, what the parser refuses a whole answer for: a length that is told twice, or is none. Called with
 * each piece of an answer before the parser reads it. Of one length that is told several times the first is left; without any
 * the answer ends with its connection.
 */
export function createLengthMender(): (piece: Uint8Array) => void {
  let head = "";
  let isOver = false;

  return (piece) => {
    if (isOver) return;
    const before = head.length;
    head += Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
    const { from, to, isWhole } = findHead(head);
    isOver = isWhole || head.length > headBytesMax;

    const lengths = [...head.slice(from, to).matchAll(lengthLine)];
    const values = new Set(lengths.map(([, value = ""]) => value.trim()));
    const isOne = values.size === 1 && [...values].every((value) => /^\d+$/.test(value));
    for (const { index } of isOne ? lengths.slice(1) : lengths) {
      // The first letter of the name, unless an earlier piece had it.
      const at = from + index + 1 - before;
      if (at >= 0) piece[at] = 0x78;
    }
  };
}

const lengthLine = /\ncontent-length[ \t]*:([^\r\n]*)(?=\r?\n)/gi;

/** The head of the answer itself, behind those of hints and of a word to go on. */
function findHead(text: string): { from: number; to: number; isWhole: boolean } {
  const blankLine = /\r?\n\r?\n/g;
  let from = 0;

  for (let found = blankLine.exec(text); found; found = blankLine.exec(text)) {
    if (!/^HTTP\/[\d.]+ 1/i.test(text.slice(from, from + 16))) {
      return { from, to: blankLine.lastIndex, isWhole: true };
    }
    from = blankLine.lastIndex;
  }
  return { from, to: text.length, isWhole: false };
}
