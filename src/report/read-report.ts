/** Reads a page back: the result that was embedded in it, for `waitline show`. */
import type {Result} from "../comparison/comparison.ts";
import {unpack} from "./embedded.ts";

/**
 * The result behind a report.
 *
 * @throws Error, worded for the reader, if the page holds no data of ours or the data is damaged
 */
export function readReport(html: string): Result {
  const begin = html.lastIndexOf('<script type="application/json" id="waitline-result">');
  const found =
    begin < 0
      ? null
      : /^<script[^>]*>\{"schemaVersion":(\d+),"encoding":"gzip\+base64","left":\[[^\]]*\],"data":"([A-Za-z0-9+/=]+)"\}<\/script>/.exec(
          html.slice(begin),
        );
  if (found === null) throw new Error("This page holds no Waitline result: it was not written by Waitline, or its data was cut off.");
  if (found[1] !== "1")
    throw new Error(`This page was written by another version of Waitline (format ${found[1]}); this one reads format 1.`);
  try {
    const result = unpack(found[2]);
    return {...result, twins: result.twins ?? []}; // pages written before there were formulas have none
  } catch {
    throw new Error("The data in this page is damaged: it cannot be unpacked. Run the command printed on the page again.");
  }
}
