/**
 * Duties gathered into matters: township by township, each duty to the matter it is most like, at most one a
 * township. The work per duty does not grow with the number of townships: a duty is weighed against a few
 * matters found by rare grams, and a matter speaks through a few of its wordings.
 */
import type { Weights } from './features.ts';
import { type Judge, MODEL, remembering } from './model.ts';
import type { Lexicon, Profile } from './profiles.ts';

/** Matters that a duty is weighed against: those that share most with its name. */
const CANDIDATES = 8;
/** Wordings through which a matter speaks, the most frequent first. */
const WORDINGS = 6;
/** A gram that more matters have than this finds no candidates, unless the duty has no rarer one. */
const COMMON = 60;
/** Every township is gathered anew against all others this many times. */
const PASSES = 3;

/** A matter in the making; `duties` by township. */
export interface Gathered {
  duties: Map<string, Profile>;
}

/** The duties of one wording, two of them at most, so that a township is never weighed against itself. */
type Wording = [Profile, Profile?];

export interface Standing {
  matter: Gathered;
  wordings: Wording[];
  /** The grams of its wordings: what it is found by. */
  grams: Set<number>;
  /** What it shares with the duty that is being looked for; 0 in between. */
  shared: number;
}

interface Edge {
  profile: Profile;
  standing: Standing;
  score: number;
}

/** All duties in matters. The result depends on the duties alone, not on the order of the townships given. */
export function gatherMatters({ profiles, weights }: Lexicon, judge: Judge = MODEL.same): Gathered[] {
  const same = remembering(judge);
  const townships = Map.groupBy(profiles, ({ township }) => township);
  const codes = [...townships.keys()].sort();
  let matters: Gathered[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const index = createIndex(matters, weights);
    const before = new Map(
      matters.flatMap((matter) => [...matter.duties.values()].map((profile) => [profile, matter] as const)),
    );
    for (const code of codes) {
      const own = townships.get(code) ?? [];
      for (const profile of own) before.get(profile)?.duties.delete(code);
      place(own, index, weights, same);
    }
    matters = joinMatters(
      index.standings.map(({ matter }) => matter),
      weights,
      same,
    );
  }
  return matters;
}

/**
 * Matters that became one: two wordings can each have gathered townships of their own before they met. Joined
 * where no township has both and some duty of the one is likely a duty of the other, the likeliest first.
 */
function joinMatters(matters: readonly Gathered[], weights: Weights, same: Judge): Gathered[] {
  const index = createIndex(
    matters.filter(({ duties }) => duties.size > 0),
    weights,
  );
  const links = index.standings.flatMap((standing) => linksOf(standing, index, weights, same));
  links.sort((a, b) => b.score - a.score || (firstId(a.from) < firstId(b.from) ? -1 : 1));
  const joined = new Map<Gathered, Gathered>();
  const whole = (matter: Gathered): Gathered => {
    const into = joined.get(matter);
    return into ? whole(into) : matter;
  };
  for (const { from, to } of links) {
    const [one, other] = [whole(from.matter), whole(to.matter)];
    if (one === other || !one.duties.keys().every((code) => !other.duties.has(code))) continue;
    for (const [code, profile] of other.duties) one.duties.set(code, profile);
    joined.set(other, one);
  }
  return index.standings.map(({ matter }) => matter).filter((matter) => !joined.has(matter));
}

interface Link {
  from: Standing;
  to: Standing;
  score: number;
}

function linksOf(standing: Standing, index: Index, weights: Weights, same: Judge): Link[] {
  return standing.wordings.flatMap(([profile]) =>
    index.candidates(profile).flatMap((to) => {
      const score = to === standing ? 0 : likeness(profile, to, weights, same);
      return score >= same.from ? [{ from: standing, to, score }] : [];
    }),
  );
}

const firstId = ({ matter }: Standing): string =>
  [...matter.duties.values()].reduce((first, { id }) => (id < first ? id : first), '~');

/** One township's duties to their matters, the likeliest pair first; what remains opens matters of its own. */
function place(own: Profile[], index: Index, weights: Weights, same: Judge): void {
  const edges = own.flatMap((profile) =>
    index.candidates(profile).flatMap((standing) => {
      const score = likeness(profile, standing, weights, same);
      return score >= same.from ? [{ profile, standing, score }] : [];
    }),
  );
  const left = new Set(own);
  const taken = new Set<Standing>();
  for (const { profile, standing } of edges.sort(byScore)) {
    if (!left.has(profile) || taken.has(standing)) continue;
    left.delete(profile);
    taken.add(standing);
    standing.matter.duties.set(profile.township, profile);
    index.learn(standing, profile);
  }
  for (const profile of left) index.open(profile);
}

const byScore = (a: Edge, b: Edge): number => b.score - a.score || (a.profile.id < b.profile.id ? -1 : 1);

/** How like a duty is to a matter: to that of its wordings which is most like it. */
export function likeness(profile: Profile, standing: Standing, weights: Weights, same: Judge): number {
  let best = 0;
  for (const [first, second] of standing.wordings) {
    const other = first.township === profile.township ? second : first;
    if (other && standing.matter.duties.get(other.township) === other)
      best = Math.max(best, same.likelihood(profile, other, weights));
  }
  return best;
}

/** The matters so far, found by the grams of their wordings. */
export interface Index {
  standings: Standing[];
  candidates(profile: Profile): Standing[];
  learn(standing: Standing, profile: Profile): void;
  open(profile: Profile): void;
}

export function createIndex(matters: readonly Gathered[], weights: Weights): Index {
  const standings: Standing[] = [];
  const postings = new Map<number, Standing[]>();
  const asked = new Map<string, Standing[]>();
  const post = (standing: Standing, profile: Profile) => {
    asked.clear();
    for (const gram of profile.name.ids) {
      if (standing.grams.has(gram)) continue;
      standing.grams.add(gram);
      const posted = postings.get(gram);
      if (posted) posted.push(standing);
      else postings.set(gram, [standing]);
    }
  };
  const learn = (standing: Standing, profile: Profile) => {
    const known = standing.wordings.find(([first]) => first.wording === profile.wording);
    if (known && !known[1] && known[0] !== profile) known[1] = profile;
    if (known) return;
    if (standing.wordings.length < WORDINGS) {
      standing.wordings.push([profile]);
      post(standing, profile);
    }
  };
  const stand = (matter: Gathered): Standing => {
    const standing: Standing = { matter, wordings: [], grams: new Set(), shared: 0 };
    standings.push(standing);
    return standing;
  };
  for (const matter of matters) {
    const standing = stand(matter);
    for (const profile of byFrequency([...matter.duties.values()])) learn(standing, profile);
  }
  return {
    standings,
    learn,
    open: (profile) => learn(stand({ duties: new Map([[profile.township, profile]]) }), profile),
    candidates: (profile) => {
      const candidates = asked.get(profile.wording) ?? nearest(profile, postings, weights);
      asked.set(profile.wording, candidates);
      return candidates;
    },
  };
}

/** The most frequent wordings first, so that a matter speaks through them. */
function byFrequency(profiles: Profile[]): Profile[] {
  const counts = new Map<string, number>();
  for (const { wording } of profiles) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  const count = ({ wording }: Profile): number => counts.get(wording) ?? 0;
  return profiles.sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1));
}

/** The matters that share most with a duty's name, by its rarer grams. */
function nearest(profile: Profile, postings: Map<number, Standing[]>, weights: Weights): Standing[] {
  const lists = [...profile.name.ids].flatMap((gram) => {
    const posted = postings.get(gram);
    return posted ? [{ posted, weight: weights[gram] ?? 0 }] : [];
  });
  lists.sort((a, b) => a.posted.length - b.posted.length);
  const found: Standing[] = [];
  for (const { posted, weight } of lists) {
    if (posted.length > COMMON && found.length >= CANDIDATES) break;
    for (const standing of posted) {
      if (standing.shared === 0) found.push(standing);
      standing.shared += weight;
    }
  }
  const nearest = mostShared(found);
  for (const standing of found) standing.shared = 0;
  return nearest;
}

/** The candidates, those that share most first; of two that share the same the one found first. */
function mostShared(found: readonly Standing[]): Standing[] {
  const most: Standing[] = [];
  for (const standing of found) {
    let at = most.length;
    while (at > 0 && standing.shared > (most[at - 1]?.shared ?? 0)) at--;
    if (at >= CANDIDATES) continue;
    most.splice(at, 0, standing);
    most.length = Math.min(most.length, CANDIDATES);
  }
  return most;
}
