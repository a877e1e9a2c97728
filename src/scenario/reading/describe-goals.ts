/** `goals`: what counts as good, in sentences. */
import {Refusal} from "../message.ts";
import {inlineText} from "../tree.ts";
import {parseGoal} from "./goal-phrase.ts";
import {all, leaf} from "./meaning.ts";
import * as say from "./messages.ts";

export function describeGoals() {
  return leaf(
    {en: "What counts as good, in sentences", zh: "目标（句子）", example: "[ 80% of customers wait at most 5 min ]"},
    {type: "array", items: {type: "string"}},
    (raw) => {
      if (!Array.isArray(raw)) throw new Refusal(say.needsList("goals: [ mean wait at most 4 min ]"));
      const goals: ReturnType<typeof parseGoal>[] = [];
      all(
        raw.map((item, i) => ({
          path: [String(i)],
          run: () => {
            if (typeof item !== "string") throw new Refusal(say.unknownGoal(item === null ? "" : inlineText(item)));
            goals.push(parseGoal(item));
          },
        })),
      );
      return goals;
    },
  );
}
