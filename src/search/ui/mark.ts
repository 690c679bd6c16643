/** Marks the words of a search on the page that was opened from it. */
import { findRanges, foldWithPlaces, type Range } from '../fold.ts';
import { element, useStyles } from './dom.ts';

const LEFT_OUT = 'script, style, button, nav, .was';

/** Marks what ?mark=… names, shows the first place, and takes the words out of the address again. */
export async function markPage(styles: string | undefined) {
  const address = new URL(location.href);
  const words = (address.searchParams.get('mark') ?? '').split(/\s+/).filter((word) => word !== '');
  address.searchParams.delete('mark');
  history.replaceState(history.state, '', address);
  await useStyles(styles);
  const nodes = textNodes(document.querySelector('main') ?? document.body);
  const marks = wrap(nodes, findRanges(foldWithPlaces(nodes.map(({ data }) => data).join('')), words));
  if (address.hash === '') marks[0]?.scrollIntoView({ block: 'center' });
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Puts `<mark>` around ranges of the joined text, node by node. */
function wrap(nodes: readonly Text[], ranges: readonly Range[]): HTMLElement[] {
  const marks: HTMLElement[] = [];
  let start = 0;
  for (const node of nodes) {
    const end = start + node.data.length;
    const inside = ranges.filter(([from, to]) => from < end && to > start).reverse();
    const made = inside.map(([from, to]) =>
      wrapPart(node, Math.max(from, start) - start, Math.min(to, end) - start),
    );
    marks.push(...made.reverse());
    start = end;
  }
  return marks;
}

/** Text after the part stays in `node`'s follower, so parts are wrapped from the last to the first. */
function wrapPart(node: Text, from: number, to: number): HTMLElement {
  const part = node.splitText(from);
  part.splitText(to - from);
  const mark = element('mark');
  part.replaceWith(mark);
  mark.append(part);
  return mark;
}
