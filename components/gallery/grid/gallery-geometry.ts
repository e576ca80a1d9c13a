/** Pixels. The outline that the server sends, in CSS, follows the same numbers. */
export const tileGap = 8;
export const tileHeight = 220;
export const dayHeight = 48;
