/** Where the texts of two duties differ, character by character, in clauses that answer one another. */
import { diffArrays } from 'diff';

/** Words that both texts have, that only this one has, or only the other. */
export interface Change {
  in: 'both' | 'here' | 'there';
  text: string;
}

/** Clauses less like than this are not set against one another. */
const ALIKE = 0.35;

/**
 * The changes from one text to the other, clause by clause; a clause that nothing answers is wholly one side's.
 * Joining what is `both` and `here` gives the one text, `both` and `there` the other; a comma is a comma, wide or narrow.
 */
export function differences(here: readonly string[], there: readonly string[]): Change[][] {
  const pair = `${here.join('\n')}\n\n${there.join('\n')}`;
  const known = remembered.get(pair);
  if (known) return known;
  const changes = compare(here, there);
  if (remembered.size >= MOST) remembered.clear();
  remembered.set(pair, changes);
  return changes;
}

/** Townships of one county often share whole texts, so that the same two are compared over and over. */
const remembered = new Map<string, Change[][]>();
const MOST = 20_000;

function compare(here: readonly string[], there: readonly string[]): Change[][] {
  const { head, tail } = common(here, there);
  const both = (text: string): Change[] => [{ in: 'both', text }];
  return [
    ...here.slice(0, head).map(both),
    ...align(here.slice(head, here.length - tail), there.slice(head, there.length - tail)).map(changesOf),
    ...here.slice(here.length - tail).map(both),
  ];
}

/** How many clauses two lists have in common at their beginnings, and how many of the rest at their ends. */
function common(here: readonly string[], there: readonly string[]): { head: number; tail: number } {
  const most = Math.min(here.length, there.length);
  let head = 0;
  while (head < most && here[head] === there[head]) head++;
  let tail = 0;
  while (tail < most - head && here.at(-1 - tail) === there.at(-1 - tail)) tail++;
  return { head, tail };
}

function changesOf([mine, theirs]: Aligned): Change[] {
  if (mine === null) return [{ in: 'there', text: theirs ?? '' }];
  if (theirs === null) return [{ in: 'here', text: mine }];
  return readable(characters(mine, theirs));
}

const characters = (here: string, there: string): Change[] =>
  diffArrays([...here], [...there], { comparator: (a, b) => a === b || plain(a) === plain(b) }).map(
    ({ added, removed, value }) => ({
      in: added ? 'there' : removed ? 'here' : 'both',
      text: value.join(''),
    }),
  );

/** Single characters that happen to be alike between two changes join them: confetti cannot be read. */
function readable(changes: Change[]): Change[] {
  const merged: { here: string; there: string; same: boolean }[] = [];
  changes.forEach(({ in: side, text }, at) => {
    const island = side === 'both' && [...text].length === 1 && at > 0 && at < changes.length - 1;
    const same = side === 'both' && !island;
    const last = merged.at(-1);
    const [here, there] = [side === 'there' ? '' : text, side === 'here' ? '' : text];
    if (last && last.same === same)
      Object.assign(last, { here: last.here + here, there: last.there + there });
    else merged.push({ here, there, same });
  });
  return merged.flatMap(({ here, there, same }): Change[] => {
    if (same || here === there) return [{ in: 'both', text: here }];
    const sides: Change[] = [
      { in: 'here', text: here },
      { in: 'there', text: there },
    ];
    return sides.filter(({ text }) => text !== '');
  });
}

type Aligned = [here: string | null, there: string | null];

/** Both lists of clauses in their order, those that are most alike side by side (the dearest common sequence). */
function align(here: readonly string[], there: readonly string[]): Aligned[] {
  const width = there.length + 1;
  const best = new Float64Array((here.length + 1) * width);
  const [mine, theirs] = [here.map(bigrams), there.map(bigrams)];
  const likeness = mine.map((one, i) =>
    theirs.map((other, j) => (here[i] === there[j] ? 1 : alike(one, other))),
  );
  for (let i = here.length - 1; i >= 0; i--)
    for (let j = there.length - 1; j >= 0; j--) {
      const pair = likeness[i]?.[j] ?? 0;
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(skip, pair >= ALIKE ? pair + (best[(i + 1) * width + j + 1] ?? 0) : 0);
    }
  const aligned: Aligned[] = [];
  for (let i = 0, j = 0; i < here.length || j < there.length; ) {
    const value = best[i * width + j] ?? 0;
    if (i < here.length && value === (best[(i + 1) * width + j] ?? 0)) aligned.push([here[i++] ?? '', null]);
    else if (j < there.length && value === (best[i * width + j + 1] ?? 0))
      aligned.push([null, there[j++] ?? '']);
    else aligned.push([here[i++] ?? '', there[j++] ?? '']);
  }
  return aligned;
}

/** Share of neighbouring characters in common (Dice). */
function alike(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const gram of a) if (b.has(gram)) both++;
  return (2 * both) / (a.size + b.size || 1);
}

/** Neighbouring characters, each pair as one number. */
function bigrams(text: string): Set<number> {
  const folded = text.normalize('NFKC');
  const found = new Set<number>();
  for (let at = 1; at < folded.length; at++)
    found.add(folded.charCodeAt(at - 1) * 0x10000 + folded.charCodeAt(at));
  return found;
}

const forms = new Map<string, string>();

/** A character in its usual width, remembered: the same few thousand are asked about millions of times. */
function plain(character: string): string {
  let form = forms.get(character);
  if (form === undefined) {
    form = character.normalize('NFKC');
    forms.set(character, form);
  }
  return form;
}
