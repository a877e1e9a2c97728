/** Every case of theory.json that a place of today can express, simulated; the others wait for a feature, by name. */
import {theoryPlans} from "./families/theory.ts";
import {testCases} from "./table.ts";

testCases("theory.json", theoryPlans());
