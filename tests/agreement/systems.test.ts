/** Every case of systems.json: simulated, told exactly, or waiting for a feature by name. */
import {systemsPlans} from "../../src/verification/families/systems.ts";
import {millions} from "./run.ts";
import {testCases} from "./table.ts";

testCases("systems.json", systemsPlans(), {
  tooWide: {"jmt-mmpp": {replications: 50, customers: 1_000_000, warmUp: 40_000}, "qs-c-hot": millions(40), "qs-ext-74": millions(40)},
});
