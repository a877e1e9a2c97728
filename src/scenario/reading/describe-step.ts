/** `routes`: one step of a route. */
import {Refusal} from "../message.ts";
import type {TableFiles} from "./csv-file.ts";
import {lawLeaf, lawOf} from "./describe-law.ts";
import {parseLaw} from "./law-phrase.ts";
import {leaf, name, object} from "./meaning.ts";
import * as say from "./messages.ts";
import {readThen} from "./shares.ts";

export function describeStep(files: TableFiles) {
  const law = lawOf(files);
  return object(
    "step",
    {en: "One step of a route: a visit or a delay", zh: "路线中的一步：到访或延时", example: "{ at: counter, then: leave }"},
    {
      at: name({en: "The station visited", zh: "到访的服务台", example: "counter"}).optional(),
      service: law({
        en: "Work brought to this step; goes before the class's and the station's",
        zh: "这一步的服务时间；优先于类别和服务台的设置",
        example: "lognormal 10 min cv 0.6",
      }).optional(),
      wait: lawLeaf({en: "A time that passes without anybody's work", zh: "无需人手的一段时间", example: "always 5 min"}, (text) => {
        if (/^\s*for\s/i.test(text)) throw new Refusal(say.later(text, {en: "networks of people and things", zh: "人与物的网络"}));
        return parseLaw(text, files);
      }).optional(),
      then: leaf(
        {
          en: "The next step, `leave`, or shares; nothing said: the step below, and after the last one leave",
          zh: "下一步、`leave` 或份额；不写则接着下一行，最后一步之后离开",
          example: "{ 39%: tests, 61%: leave }",
        },
        {anyOf: [{type: "string"}, {type: "object", additionalProperties: {type: "string"}}]},
        readThen,
      ).optional(),
    },
  );
}
