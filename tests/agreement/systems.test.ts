/** Every case of systems.json: simulated, told exactly, or waiting for a feature by name. */
import {systemsPlans} from "../../src/verification/families/systems.ts";
import {testCases} from "./table.ts";

testCases("systems.json", systemsPlans(), {tooWide: ["jmt-mmpp", "qs-c-hot", "qs-ext-74"]});
