/** Files that read without problems, between them using every word of the grammar. */
export const BANK = `# The branch manager asks: one line for all five windows, or a line at each?
name: Branch 12, one line or five
opening: 09:00 to 17:00
closing: finish everyone

arrivals:
  customers:
    rate: 45/h
    patience: exp 25 min

stations:
  tellers:
    servers: 5
    service: lognormal 6 min cv 0.8
    line: one

goals:
  - 80% of customers wait at most 5 min
  - mean wait at most 4 min
  - at most 5% of customers give up

run: { replications: 400, seed: 2026 }

compare:
  one line: {}
  five lines, at random:
    stations.tellers: { line: each, join: at random }
  five lines, people switch:
    stations.tellers: { line: each, join: shortest, switch: 2 shorter }
  five lines, nearest:
    stations.tellers: { line: each, join: nearest }
`;

export const CALLS = `name: Calls
opening: 07:00 to 24:00
arrivals:
  calls:
    rate: { 07:00: 27/h, 07:30: 36/h, 12:00: 90/h, 23:30: 30/h }
    busyness: cv 18%
    patience: exp 7.5 min
stations:
  agents: { servers: 8, service: lognormal 198 s cv 1.1 }
goals:
  - 80% of calls answered within 20 s
  - at most 3% of calls give up
run: { replications: 200, seed: 1999 }
vary:
  stations.agents.servers: 8 to 14
assumed: [ arrivals.calls.patience, stations.agents.service ]
`;

export const PRIORITY = `name: Priority counter
arrivals:
  customers: { rate: 54/h, mix: { urgent: 20%, regular: 80% } }
classes:
  urgent: { priority: 1 }
  regular: { priority: 2 }
stations:
  counter: { servers: 4, service: exp 4 min, order: first come }
goals: [ 90% of urgent wait at most 5 min, 95% of regular wait at most 45 min ]
run: { length: 2000 h, warmup: 100 h, replications: 30, seed: 2026 }
compare:
  first come first served: {}
  urgent first: { stations.counter.order: priority }
`;

export const CLINIC = `name: 诊所
opening: 08:00 to 13:00
closing: turn away the waiting
arrivals:
  walk-in: { rate: { ramp: { 08:00: 6/h, 10:00: 20/h, 13:00: 6/h } }, mix: { child: 30%, adult: 70% }, route: visit }
  buses: { every: erlang 30 min phases 4, batch: { 1: 50%, 2: 30%, 4: 20% }, patience: weibull 40 min cv 0.7, route: visit }
  booked: { at: [ 08:00, 08:20, 08:20, 09:00 ], route: short }
classes:
  child: { priority: 1, patience: endless }
  adult: { priority: 2, patience: uniform 30 min to 90 min }
  booked: { service: gamma 8 min cv 50% }
stations:
  desk: { servers: { 08:00: 1, 09:30: 2 }, service: always 2 min, order: first come, leaving: resume }
  doctor: { servers: 4, service: 80% exp 6 min + 20% exp 20 min, line: each, join: nearest within 2, counts: waiting, order: priority, room: 30, speed: 1.2 }
  lab: { servers: 2, walk: { first: 20 s, each: 5 s }, order: shortest job }
routes:
  visit:
    check in: { at: desk, then: { 90%: see, 10%: leave } }
    see: { at: doctor, then: { tests: 39%, leave: 61% } }
    tests: { at: lab, service: lognormal 10 min sd 5 min }
    results: { wait: uniform 5 min to 15 min, then: see }
  short:
    see: { at: doctor }
costs: { staff: 28 EUR/h, overtime: 42 EUR/h, wait: 10 EUR/h, lost: 6 EUR }
goals:
  - 90% of child wait at most 5 min at doctor
  - 95th percentile of wait of adult at most 30 min
  - 80% of everyone wait at most 20 min in every half hour
  - mean time in system at most 60 min
  - overtime at most 30 min on 90% of days
  - at most 1% of customers are refused at doctor
run: { replications: 50, seed: clinic }
`;

export const APPOINTMENTS = `name: Practice with appointments
opening: 08:00 to 13:00
arrivals:
  booked: { book: { people: 18, every: 15 min, start: 2, block: 1, from: 08:30 }, absent: 10%, late: normal -2 min sd 5 min, early: wait }
  slots: { book: { every: 30 min, slots: [2, 1, 0, 1] }, early: served }
  gaps: { book: { every: [ 10 min, 20 min ] } }
  listed: { book: { at: [ 08:00, 08:00, 09:05 ] } }
  open hour: { book: { people: 6, spread: at random, from: 09:00, to: 12:00 } }
  urgent: { rate: 1/h }
classes:
  urgent: { priority: 1 }
  booked: { priority: 2 }
  slots: { priority: 2 }
  gaps: { priority: 2 }
  listed: { priority: 2 }
  open hour: { priority: 3 }
stations:
  doctor: { servers: 2, service: lognormal 12 min cv 0.5, order: priority then by appointment with grace 5 min }
costs: { staff: 60 EUR/h, idle: 30 EUR/h }
goals: [ overtime at most 30 min on 90% of days ]
run: { replications: 50 }
compare:
  as it is: {}
  by arrival: { stations.doctor.order: by arrival }
  by appointment: { stations.doctor.order: by appointment }
`;

export const GOOD_FILES = {BANK, CALLS, PRIORITY, CLINIC, APPOINTMENTS};
