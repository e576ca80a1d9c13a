/** A phone of today, held upright, in the hand of somebody with thumbs. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
