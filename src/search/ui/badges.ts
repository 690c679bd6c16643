/** The lists' short names, as `src/domain/lists.ts` has them; that module would bring its schemas into the browser. */
export const BADGES: Record<string, string> = {
  basic: '基本履职',
  cooperative: '配合履职',
  reclaimed: '上级收回',
};
