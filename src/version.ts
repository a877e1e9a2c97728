/** Of the package; a test holds it to package.json. Written into every result, because a seed means one history per version. */
export const VERSION = "0.1.0";
