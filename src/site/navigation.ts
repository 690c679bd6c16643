/** The ways through the site that stand on every page. */
import { type Link, link } from './links.ts';

/** In the header. */
export const MAIN: Link[] = [
  link('/townships/', '乡镇'),
  link('/departments/', '部门'),
  link('/categories/', '类别'),
  link('/compare/', '比较'),
  link('/guide/', '读懂清单'),
];

/** In the footer. */
export const MORE: Link[] = [
  link('/guide/', '读懂清单'),
  link('/glossary/', '名词解释'),
  link('/figures/', '图表'),
  link('/quality/', '质量与核对'),
  link('/data/', '数据下载'),
  link('/about/', '关于本站'),
  link('/feed.xml', '更新订阅'),
];
