/** Names and texts made comparable: what differs between townships without meaning anything is taken out. */

/** Where things happen and who is speaking: the same in every duty, or the township's own. */
const PLACES =
  /本(?:行政)?(?:辖区|区域|乡镇|街道|镇|乡|县|市)(?:域)?(?:范围)?内?|(?:辖区|行政区域)内?|县域内?/gu;

/** Words that say only that something is done: 做好…工作, 开展…, 负责…. */
const FILLERS = /工作|做好|开展|负责|组织实施|依法|相关|有关|日常|进行/gu;

/** One spelling for what the kind of township or county decides, and for two spellings of one word. */
const VARIANTS: readonly [RegExp, string][] = [
  [/村[（(]居[）)]民?|村[（(]社区[）)]|社区居?民?/gu, '村'],
  [/乡[（(]镇[）)]村|镇村|乡村/gu, '村'],
  [/乡镇|街道办事处|镇|街道/gu, '乡'],
  [/市级/gu, '县级'],
  [/通讯/gu, '通信'],
  [/企事业|企业事业/gu, '企业事业'],
];

const MARKS = /[^\p{Script=Han}\p{L}\p{N}]+/gu;

/**
 * A text as runs of characters that bear meaning; grams are taken within a run.
 * `own` are the names of the township, its county and prefecture.
 */
export function meaningfulRuns(text: string, own: readonly string[]): string[] {
  const placed = own.reduce((words, name) => words.replaceAll(name, ' '), text.normalize('NFKC'));
  const plain = VARIANTS.reduce((words, [from, to]) => words.replace(from, to), placed.replace(PLACES, ' '));
  return plain
    .replace(FILLERS, ' ')
    .split(MARKS)
    .filter((run) => run !== '');
}

/** Numbers for runs of one, two or three characters; answers are distinct and ascend. */
export interface Numbering {
  /** The single characters of the runs. */
  characters(runs: readonly string[]): Int32Array;
  /** Their n-grams, n = 2 and 3; a run of one character is its own gram. */
  grams(runs: readonly string[]): Int32Array;
}

/** So many UTF-16 units there are; a character is one of them, but for the rarest. */
const UNITS = 0x10000;

type Extended = (run: number, unit: number) => number;

/** Numbers are given in the order in which runs are first asked for. */
export function createNumbering(): Numbering {
  const numbers = new Map<number, number>();
  /** The number of a run and one unit more; 0 is the empty run. */
  const extended: Extended = (run, unit) => {
    const key = run * UNITS + unit;
    const known = numbers.get(key) ?? numbers.size + 1;
    if (known > numbers.size) numbers.set(key, known);
    return known;
  };
  return {
    characters: (runs) => ascending(runs.flatMap((run) => unitsOf(run).map((unit) => extended(0, unit)))),
    grams: (runs) => ascending(runs.flatMap((run) => gramsOf(unitsOf(run), extended))),
  };
}

function gramsOf(units: readonly number[], extended: Extended): number[] {
  const singles = units.map((unit) => extended(0, unit));
  if (units.length === 1) return singles;
  const pairs = singles.slice(0, -1).map((run, at) => extended(run, units[at + 1] as number));
  const triples = pairs.slice(0, -1).map((run, at) => extended(run, units[at + 2] as number));
  return [...pairs, ...triples];
}

const unitsOf = (run: string): number[] => Array.from({ length: run.length }, (_, at) => run.charCodeAt(at));

const ascending = (numbers: readonly number[]): Int32Array => Int32Array.from([...new Set(numbers)]).sort();
