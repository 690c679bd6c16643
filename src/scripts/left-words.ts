/** What a filter of the comparison leaves, said above the table; nothing where it leaves all. */
export function leftWords(of: string, shown: number, all: number): string {
  if (shown === all) return '';
  return shown > 0 ? `只列出${of} ${shown} 种事项，全部共 ${all} 种。` : `没有${of}事项。`;
}
