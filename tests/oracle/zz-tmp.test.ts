import {test} from "vitest";
import {anyPlace} from "./places.ts";
import {traceReplication} from "../../src/replication/trace.ts";
test("x", () => { for (const n of [13,43,50,98]) for (const rep of [0,1]) { const {scenario, model} = anyPlace(n); console.log(n, rep, traceReplication(model, rep).events.length, JSON.stringify(scenario.arrivals), scenario.opening, JSON.stringify((scenario as any).run)); } });
