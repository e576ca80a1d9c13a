/** Pictures that one request changes at most: so many rows are locked, and told by one event. */
export const changedImagesMax = 200;
