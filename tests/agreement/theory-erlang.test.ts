/** The cases of theory.json that are one line with exponential service, patient or not; `theory.test.ts` has all others. */
import {ERLANG, theoryPlans} from "../../src/verification/families/theory.ts";
import {millions} from "./run.ts";
import {testCases} from "./table.ts";

testCases(
  "theory.json, Erlang's models",
  theoryPlans().filter(({model}) => ERLANG.has(model)),
  {
    tooWide: {
      "erlangC-gmr-50-asa": millions(40),
      "erlangC-gmr-50-p90": millions(40),
      "erlangC-gmr-50-lq": millions(40),
      "erlangC-c100-a90-p90": millions(40),
      "erlangC-c500-a480-asa": millions(40),
      "erlangC-c500-a480-p90": millions(40),
      "erlangC-c500-a480-p95": millions(40),
      "erlangC-c500-a480-lq": millions(40),
      "mmcD-50-ew": millions(40),
    },
  },
);
