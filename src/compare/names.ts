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
  [/一卡通/gu, '一卡通'],
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

/** The character n-grams of a text, n = 2 and 3; a run of one character is its own gram. */
export function gramsOf(runs: readonly string[]): Set<string> {
  const grams = new Set<string>();
  for (const run of runs) {
    const characters = [...run];
    if (characters.length === 1) grams.add(run);
    for (const size of [2, 3])
      for (let at = 0; at + size <= characters.length; at++)
        grams.add(characters.slice(at, at + size).join(''));
  }
  return grams;
}
