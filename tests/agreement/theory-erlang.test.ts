/** The cases of theory.json that are one line with exponential service, patient or not; `theory.test.ts` has all others. */
import {ERLANG, theoryPlans} from "../../src/verification/families/theory.ts";
import {testCases} from "./table.ts";

testCases(
  "theory.json, Erlang's models",
  theoryPlans().filter(({model}) => ERLANG.has(model)),
  {
    tooWide: [
      "erlangC-gmr-50-asa",
      "erlangC-gmr-50-p90",
      "erlangC-gmr-50-lq",
      "erlangC-c100-a90-p90",
      "erlangC-c500-a480-asa",
      "erlangC-c500-a480-p90",
      "erlangC-c500-a480-p95",
      "erlangC-c500-a480-lq",
      "mmcD-50-ew",
    ],
  },
);
