/**
 * The choice to stay: what a newcomer sees or hears at the line they would join, and whether they turn round.
 * The rules are in docs/conventions.md, "Choosing to stay".
 */
import {pow} from "../math/index.ts";
import {type BalkingTable, MINUTES, type Model, PEOPLE_AHEAD, PEOPLE_WAITING} from "../model/model.ts";
import type {Law} from "../random/law.ts";
import type {Customer} from "./customer.ts";
import type {Needs} from "./needs.ts";
import {LANES, type Station} from "./station.ts";

const UNIFORM: Law = {kind: "uniform", from: 0, to: 1};

/** Somebody may turn round, or wait as long as was announced. */
export function hasChoiceToStay({classes}: Model): boolean {
  return classes.some(({balking, patienceBeyondAnnounced}) => balking !== null || patienceBeyondAnnounced);
}

export class Staying {
  private readonly model: Model;
  private readonly needs: Needs;
  private readonly most: number[]; // by class: which need says what they put up with; -1: none
  private readonly error: number[]; // by class: which need says how wrong the announcement is; -1: none

  constructor(model: Model, needs: Needs) {
    this.model = model;
    this.needs = needs;
    const {classes, stations} = model;
    const isWrong = stations.some(({announcedWrong}) => announcedWrong > 0);
    this.most = classes.map(({balking}, row) => {
      const law = balking === null ? null : balking.share.length > 0 ? UNIFORM : balking.most;
      return law === null ? -1 : needs.also(row, law, "balk");
    });
    this.error = classes.map((_, row) => (isWrong ? needs.also(row, UNIFORM, "announcement") : -1));
  }

  /** Whether a newcomer balks at the line they would join. Leaves in `customer.announced` the seconds they were told, 0 where nobody tells. */
  turnsRound(customer: Customer, station: Station): boolean {
    customer.announced = this.announcedTo(customer, station);
    const {balking} = this.model.classes[customer.classRow];
    if (balking === null) return false;
    if (balking.goesBy === MINUTES && station.table.announcedService === 0) return false; // nothing to go by
    const size = balking.goesBy === MINUTES ? customer.announced : perceived(balking, customer, station);
    if (balking.byPatience) return size > this.needs.patienceOf(customer, customer.visits);
    const most = this.needs.alsoOf(customer, this.most[customer.classRow], customer.visits);
    return balking.share.length > 0 ? most < shareAt(balking, size) : size > most;
  }

  private announcedTo(customer: Customer, station: Station): number {
    const {announcedService, announcedWrong} = station.table;
    if (announcedService === 0) return 0;
    const minutes = (peopleAhead(customer, station) * announcedService) / serversOf(station);
    if (announcedWrong === 0) return minutes;
    const error = this.needs.alsoOf(customer, this.error[customer.classRow], customer.visits);
    return minutes * (1 + announcedWrong * (2 * error - 1));
  }
}

/** People as they seem: fewer where more servers take them. */
function perceived({goesBy, perception}: BalkingTable, customer: Customer, station: Station): number {
  const waiting = waitingAt(customer, station);
  const people =
    goesBy === PEOPLE_WAITING ? waiting : goesBy === PEOPLE_AHEAD ? peopleAhead(customer, station) : waiting + servedAt(customer, station);
  return perception === 0 ? people : people / pow(serversOf(station), perception);
}

/** Those who wait, and one more while no server of the line is free. */
function peopleAhead(customer: Customer, station: Station): number {
  const isFree = station.mode !== LANES && station.idle > 0;
  return waitingAt(customer, station) + (!isFree && servedAt(customer, station) > 0 ? 1 : 0);
}

function waitingAt({place}: Customer, station: Station): number {
  return station.mode === LANES ? station.waitingIn[place!.index] : station.waiting;
}

/** Being served, or walking up. */
function servedAt({place}: Customer, station: Station): number {
  return station.mode === LANES ? Number(place!.customer !== null) : station.busy + station.walking;
}

/** That take people from this line now; before the first comes, one is reckoned with. */
function serversOf(station: Station): number {
  return station.mode === LANES ? 1 : Math.max(1, station.staff);
}

function shareAt({shareFrom, share}: BalkingTable, size: number): number {
  let row = shareFrom.length - 1;
  while (row >= 0 && shareFrom[row] > size) row--;
  return row < 0 ? 0 : share[row];
}
