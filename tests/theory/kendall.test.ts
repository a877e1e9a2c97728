import {describe, expect, test} from "vitest";
import {type Kendall, letterText, NotationProblem, parseKendall} from "../../src/theory/kendall.ts";

const plain: Kendall = {
  arrivals: {letter: "M"},
  service: {letter: "M"},
  servers: 3,
  room: Infinity,
  population: Infinity,
  order: "first come",
  patience: null,
};

describe("Kendall's notation", () => {
  test("three places: arrivals, service, servers; all else without limit and in order of arrival", () => {
    expect(parseKendall("M/M/3")).toEqual(plain);
    expect(parseKendall(" m / m / 3 ")).toEqual(plain);
    expect(parseKendall("M/M/3/∞/∞/FIFO")).toEqual(plain);
  });

  test("letters of laws, with the phases of an Erlang law", () => {
    expect(parseKendall("E3/D/1").arrivals).toEqual({letter: "E", phases: 3});
    for (const letter of ["M", "D", "E12", "H2", "PH", "G", "GI"]) expect(letterText(parseKendall(`${letter}/M/1`).arrivals)).toBe(letter);
  });

  test("room counts everybody there, population all there are, + tells the law of patience", () => {
    expect(parseKendall("M/M/3/10")).toMatchObject({room: 10, population: Infinity});
    expect(parseKendall("M/M/2//8")).toMatchObject({room: Infinity, population: 8});
    expect(parseKendall("M/M/2/5/8/SIRO")).toMatchObject({room: 5, population: 8, order: "at random"});
    expect(parseKendall("M/M/14+M")).toMatchObject({servers: 14, patience: {letter: "M"}});
    expect(parseKendall("M/M/c/c")).toMatchObject({servers: null, room: null});
    expect(parseKendall("M/M/5/c")).toMatchObject({servers: 5, room: 5});
  });

  test.for([
    ["MM3", 0, 3, "Write M/M/3."],
    ["M-M-3+M", 0, 7, "Write M/M/3+M."],
    ["M/M", 3, 4, "M/M/3, or M/M/c"],
    ["M/LN/3", 2, 4, "Write G"],
    ["M/E/3", 2, 3, "E2, E3"],
    ["M/H3/3", 2, 4, "H2"],
    ["Q/M/3", 0, 1, "M (exponential)"],
    ["M//3", 2, 3, "M (exponential)"],
    ["M/M/2.5", 4, 7, "M/M/c"],
    ["M/M/0", 4, 5, "M/M/c"],
    ["M/M/3/2", 6, 7, "M/M/3/5"],
    ["M/M/3/x", 6, 7, "whole number"],
    ["M/M/3///PS", 8, 10, "FCFS"],
    ["M/M/3+", 6, 7, "M (exponential)"],
    ["M/M/1/2/3/FIFO/7", 15, 16, "sixth"],
  ] as const)("%s is refused at its place, with the smallest fix", ([text, from, to, remedy]) => {
    let problem: unknown;
    try {
      parseKendall(text);
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(NotationProblem);
    const {remedy: said, ...place} = problem as NotationProblem;
    expect({from: place.from, to: place.to}).toEqual({from, to});
    expect(said.en).toContain(remedy);
    expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
  });
});
