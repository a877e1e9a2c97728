/** A time that never takes any. */
import {type Law, meanOf} from "../../random/law.ts";

/** No time is less than zero: a mean of zero leaves nothing else. */
export function isAlwaysZero(law: Law): boolean {
  return meanOf(law) === 0;
}
