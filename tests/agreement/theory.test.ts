/**
 * Every case of theory.json that a place of today can express, simulated; the others wait for a feature, by name. Erlang's
 * models have a file of their own, so that the two run side by side.
 */
import {ERLANG, theoryPlans} from "../../src/verification/families/theory.ts";
import {millions} from "./run.ts";
import {testCases} from "./table.ts";

testCases(
  "theory.json, all but Erlang's models",
  theoryPlans().filter(({model}) => !ERLANG.has(model)),
  {
    tooWide: {
      "md1-0.95-varwq": millions(40),
      "me2-1-0.95-varwq": millions(40),
      "mh2-1-0.8-varwq": millions(40),
      "smithwhitt-pooled": millions(40),
      "pool-8x10": millions(40),
    },
  },
);
