/** /llms.txt: the site for language models, which read the Markdown twins rather than the pages. */
import { LICENCE, TERMS } from '../data/statement.ts';
import { LIST_SLUGS, LISTS } from '../domain/lists.ts';
import { DISCLAIMER, SITE_NAME } from './config.ts';
import type { Handbook } from './entries.ts';
import { absolute } from './links.ts';
import { editionWords, fullName } from './words.ts';

const item = (path: string, name: string, note: string): string => `- [${name}](${absolute(path)}): ${note}`;

export const llmsText = ({ townships, entries }: Handbook): string =>
  [
    `# ${SITE_NAME}`,
    `> ${townships.length} 个乡镇的履职事项清单，共 ${entries.length} 项事项，照原文逐项发布。${DISCLAIMER}`,
    `许可：${TERMS}许可证：<${LICENCE.path}>`,
    '每个乡镇有三个清单：',
    LIST_SLUGS.map((slug) => `- ${LISTS[slug].chinese}（${slug}）：${LISTS[slug].owner}`).join('\n'),
    `每一项事项有永久地址 /townships/{乡镇代码}/{清单}/{序号}/，同一地址末尾的 / 换成 .json 即是该项的数据。引用时请写明乡镇、清单和序号，并附地址。`,
    '## 各乡镇清单全文（Markdown）',
    townships
      .map((township) =>
        item(`/data/townships/${township.code}.md`, fullName(township), editionWords(township.edition)),
      )
      .join('\n'),
    '## 数据',
    [
      item('/data/duties.json', 'duties.json', '全部事项，一项一行'),
      item('/data/townships.json', 'townships.json', '全部乡镇'),
      item('/data/departments.json', 'departments.json', '全部部门及其各县机构'),
      item('/data/datapackage.json', 'datapackage.json', '字段说明和校验值'),
    ].join('\n'),
    '## 说明',
    [
      item('/guide/', '读懂清单', '三个清单各是什么意思，怎样读'),
      item('/quality/', '质量与核对', '核对了什么，改正了什么，还有什么存疑'),
      item('/data/', '数据下载', '字段说明、出处与许可'),
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
