/** Where they go: the steps of every route. */
import {shareText} from "../../scenario/duration-text.ts";
import type {Language} from "../../scenario/message.ts";
import type {Scenario, Step} from "../../scenario/scenario.ts";
import {lawText} from "../law.ts";
import {speak} from "./phrases.ts";

export function routeSentences(scenario: Scenario, language: Language): string[] {
  const say = speak(language);
  if (scenario.routes.size === 0) {
    const [station] = scenario.stations.keys();
    return [say(`Everyone visits ${station}, and leaves.`, `每个人都去 ${station}，然后离开。`)];
  }
  const used = new Map<string, string[]>();
  for (const [name, one] of scenario.classes) used.set(one.route ?? "", [...(used.get(one.route ?? "") ?? []), name]);
  const sentences: string[] = [];
  for (const [name, route] of scenario.routes) {
    const who = used.get(name) ?? [];
    sentences.push(`${name} (${who.length === 0 ? say("nobody takes it", "无人走此路线") : who.join(", ")}):`);
    for (const step of route.steps) sentences.push(`- ${stepText(step, language)}`);
  }
  return sentences;
}

function stepText({name, does, then}: Step, language: Language): string {
  const say = speak(language);
  const what =
    does.kind === "visit"
      ? say(
          `at ${does.station}${does.service === null ? "" : `, ${lawText(does.service, language)}`}`,
          `在 ${does.station}${does.service === null ? "" : `，${lawText(does.service, language)}`}`,
        )
      : does.kind === "delay"
        ? say(`takes ${lawText(does.time, language)}`, `花费 ${lawText(does.time, language)}`)
        : say("a choice", "选择");
  const next = then
    .map((branch) => `${then.length > 1 ? `${shareText(branch.share)} ` : ""}${branch.to ?? say("leave", "离开")}`)
    .join(", ");
  return say(`${name}: ${what}; then ${next}.`, `${name}：${what}；然后 ${next}。`);
}
