/** The drawing's own units: it is stretched to the width that there is. */
export const WIDTH = 1000;
export const HEIGHT = 36;
