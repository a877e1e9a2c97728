/** Where chance enters: keys, streams of times, draws at random access. */

export {Draws} from "./draws.ts";
export {deriveKey, type Key} from "./keys.ts";
export {type Law, lowestOf, meanOf, requireLaw, type Sign, squaredCVOf, varianceOf, weibullShape} from "./law.ts";
export {Mrg32k3a, type Mrg32k3aSeed} from "./mrg32k3a.ts";
export {Stream} from "./stream.ts";
export {threefry2x32} from "./threefry.ts";
