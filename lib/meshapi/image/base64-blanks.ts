/**
 * What may stand in base64 and means nothing: white space, also spelt out, the escape of a slash, and characters without
 * width, as they are or as the bytes of UTF-8.
 */
export const base64Blanks =
  /[\s\u200b-\u200d\u2060\ufeff]|\\[nrt]|\\(?=\/)|\xe2\x80[\x8b-\x8d]|\xe2\x81\xa0|\xef\xbb\xbf/g;

/** The beginning of one of them at the end of a piece. */
export const cutBase64Blank = /(\\|\xe2[\x80\x81]?|\xef\xbb?)$/;
