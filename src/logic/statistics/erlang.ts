/**
 * Waiting in a queue (M/M/c): requests arrive at random, each of `servers` serves one at a time, nobody gives up.
 * `load` is arrivals × mean service time, in Erlang: how many servers are busy on average.
 */

/** Heaviest load anybody may ask for; the recursions take about so many steps. */
export const MOST_LOAD = 10_000;

/** Blocking this small stays this small with more servers; nothing of it shows anywhere. */
const NOTHING = 1e-290;

/** Erlang B with one server more than the one it was `blocked` with. */
const withOneMore = (blocked: number, servers: number, load: number): number =>
  (load * blocked) / (servers + load * blocked);

/** Erlang C from Erlang B. */
const waiting = (blocked: number, servers: number, load: number): number =>
  blocked / (1 - (load / servers) * (1 - blocked));

/**
 * Erlang C: the share of requests that have to wait. 1 where the servers cannot keep up (load ≥ servers).
 * By the recursion B(c) = a·B(c−1) ⁄ (c + a·B(c−1)), which never overflows and whose rounding errors do not grow;
 * relative error about 1e-13 at 10 000 Erlang.
 * Source: A. K. Erlang (1917); recursion in V. B. Iversen, Teletraffic Engineering and Network Planning, ch. 4 and 9.
 * @param load at most MOST_LOAD
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  let blocked = 1;
  for (let c = 1; c <= servers; c++) {
    blocked = withOneMore(blocked, c, load);
    if (blocked < NOTHING) return 0;
  }
  return waiting(blocked, servers, load);
}

/** What is left of a share after waiting `patience` mean service times: the queue empties exponentially. */
const stillWaiting = (share: number, servers: number, load: number, patience: number): number =>
  share * Math.exp(-(servers - load) * patience);

/** The share of requests that wait longer than `patience` mean service times. @param load less than `servers` */
export const lateShare = (servers: number, load: number, patience: number): number =>
  stillWaiting(erlangC(servers, load), servers, load, patience);

/** Shares that differ by rounding alone are equal, so that a target met exactly counts as met. */
const ROUNDING = 1e-12;

/**
 * The least number of agents, each serving `concurrency` at a time, who keep up with the load and leave at most
 * `allowed` of the requests waiting longer than `patience` mean service times.
 *
 * One pass over Erlang B. It ends: blocking falls with every server and is `NOTHING` before the 14 000th even for the
 * heaviest load, however many requests an agent serves at a time.
 * @param load at most MOST_LOAD
 * @param allowed more than 0, unless there is no load
 */
export function leastAgents(load: number, concurrency: number, patience: number, allowed: number): number {
  let blocked = 1;
  for (let c = 1; ; c++) {
    blocked = withOneMore(blocked, c, load);
    if (blocked < NOTHING) return Math.ceil(c / concurrency);
    if (c % concurrency !== 0 || c <= load) continue;
    const late = stillWaiting(waiting(blocked, c, load), c, load, patience);
    if (late <= allowed * (1 + ROUNDING)) return c / concurrency;
  }
}
