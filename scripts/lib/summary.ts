/** One line a document: what it is and what was found in it. */
import { LIST_SLUGS, LISTS } from '../../src/domain/lists.ts';
import type { Extraction } from '../../src/extract/index.ts';

export function summaryLine(file: string, { township, stages, findings }: Extraction): string {
  if (!township) return `${file}: 未能读出（${stages?.rows.length ?? 0} 行）`;
  const lists = LIST_SLUGS.map((list) => `${LISTS[list].short} ${township.found[list].duties}`).join('，');
  const doubtful = findings.filter(({ code }) => code === 'doubtful-border').length;
  const place = `${township.prefecture.name}${township.county.name}${township.name}（${township.code}）`;
  return `${file}: ${place} 共 ${township.found.total} 项：${lists}；勘误 ${township.corrections.length} 处${doubtful ? `，${doubtful} 行分栏存疑` : ''}`;
}
