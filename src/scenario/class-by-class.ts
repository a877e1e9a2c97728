/** What a station may not do besides serving class by class: who has been let forward must stay in front of their line. */
import type {Station} from "./scenario.ts";

/** Words of a station that do not go with `order: class by class`. */
export type GateClash = "switch" | "express" | "opens" | "places" | "kept" | "servers";

/** The words of a station that serves class by class which do not go with that, in the order in which they are told; `servers`: lanes close. */
export function gateClashes({line, servers, switch: switches, express, opens, places, kept}: Station): GateClash[] {
  const clashes: GateClash[] = [];
  if (line === "one") {
    if ((places ?? 0) > 0) clashes.push("places");
    if ([...(kept?.values() ?? [])].some((count) => count > 0)) clashes.push("kept");
    return clashes;
  }
  if (switches !== null) clashes.push("switch");
  if (express != null) clashes.push("express");
  if (opens != null) clashes.push("opens");
  if (servers.value.some((count, i) => i > 0 && count < servers.value[i - 1])) clashes.push("servers");
  return clashes;
}
