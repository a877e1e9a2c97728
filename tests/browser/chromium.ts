/**
 * Finds a Chromium to test in, and starts it without anything that talks to the network. Where none is installed the tests
 * are skipped by name; on a build server (CI is set) that is a failure, because nobody would notice otherwise.
 */
import {existsSync} from "node:fs";
import puppeteer, {type Browser} from "puppeteer-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a browser, or null. The environment variable CHROMIUM goes first. */
export function findChromium(): string | null {
  const asked = process.env.CHROMIUM;
  if (asked !== undefined && asked !== "") return asked;
  return PLACES.find((place) => existsSync(place)) ?? null;
}

/** Whether browser tests can be skipped here. */
export const skipsBrowser = findChromium() === null && !process.env.CI;

/** @throws Error when no browser is installed */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("No Chromium found: install it, or set CHROMIUM to its path.");
  return puppeteer.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
}
