/** Maps of names to shares, to numbers, and to where one goes next. */
import {Refusal} from "../message.ts";
import {inlineText, type Plain} from "../tree.ts";
import {requireWhole} from "./law-phrase.ts";
import {all} from "./meaning.ts";
import * as say from "./messages.ts";
import {halfWidth, parseShare} from "./phrase.ts";

/** A map of names to shares that add up to 100 %. */
export function shareMap(raw: Plain, example: string): {name: string; share: number}[] {
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.needsMapping(raw === null ? "" : inlineText(raw), example));
  const parts: {name: string; share: number}[] = [];
  all(
    [...raw].map(([key, plain]) => ({
      path: [key],
      run: () => {
        if (typeof plain !== "string") {
          const glued = /^([^:：]+)[:：](\S+)$/.exec(key);
          throw new Refusal(
            plain === null && glued !== null
              ? key.includes("：")
                ? say.fullWidth("：", ":")
                : say.blankMissing(glued[1], glued[2])
              : say.bareShare(plain === null ? key : inlineText(plain), null),
          );
        }
        parts.push({name: key, share: parseShare(plain)});
      },
    })),
  );
  requireWhole(parts.map((part) => part.share));
  return parts;
}

export interface NextStep {
  share: number;
  to: string;
}

export function readThen(raw: Plain): NextStep[] {
  if (typeof raw === "string") return [{share: 1, to: raw.trim()}];
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.notThen());
  const branches: NextStep[] = [];
  all(
    [...raw].map(([key, plain]) => ({
      path: [key],
      run: () => {
        if (typeof plain !== "string") throw new Refusal(say.notThen());
        const byShare = halfWidth(key).includes("%");
        if (!byShare && !halfWidth(plain).includes("%")) {
          const isNumber = /^[\d.]+$/.test(key.trim());
          throw new Refusal(
            isNumber ? say.bareShare(key, null) : /^[\d.]+$/.test(plain.trim()) ? say.bareShare(plain, null) : say.notThen(),
          );
        }
        branches.push(byShare ? {share: parseShare(key), to: plain.trim()} : {share: parseShare(plain), to: key.trim()});
      },
    })),
  );
  requireWhole(branches.map((branch) => branch.share));
  return branches.filter((branch) => branch.share > 0);
}

/** A number for each name. */
export function numbersByName(raw: Plain, example: string, read: (text: string) => number): [string, number][] {
  if (!(raw instanceof Map) || raw.size === 0) throw new Refusal(say.needsMapping(raw === null ? "" : inlineText(raw), example));
  const numbers: [string, number][] = [];
  all(
    [...raw].map(([name, plain]) => ({
      path: [name],
      run: () => {
        if (typeof plain !== "string") throw new Refusal(say.needsText(example));
        numbers.push([name, read(plain)]);
      },
    })),
  );
  return numbers;
}
