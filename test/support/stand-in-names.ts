/** Readers of names that know only the shapes of names: what the row reader meets where the vocabulary fails. */
const CATEGORIES = new Set(
  (
    '党的建设 经济发展 民生服务 平安法治 乡村振兴 精神文明建设 社会管理 安全稳定 民族宗教 社会保障 自然资源 生态环保 ' +
    '城乡建设 交通运输 文化和旅游 卫生健康 应急管理及消防 市场监管 投资促进 综合政务 商贸流通 教育培训监管 国防建设 人大政协'
  ).split(' '),
);

const BODY =
  /^(?:.{1,12}[县市州区旗省])?(?:(?:委员会|政府|委|党委)?(?:.{0,18}(?:局|委员会|办公室|联合会|红十字会|总工会|支队|大队|中心|公司|院|政府办|残联|妇联|团委|监委|政协|人大)|.{0,6}部|.{0,4}办|.{0,4}委|党史研究室))(?:（[^（）]{1,8}）)?(?:等其他.*部门)?$/u;
const VERB = /负责|组织开展|指导|工作|[。；：]/u;

export const standIn = {
  isCategory: (text: string): boolean => CATEGORIES.has(text),
  isDepartmentList: (text: string): boolean =>
    text.length > 2 &&
    !VERB.test(text) &&
    text.split(/[、，,\s]/u).every((part) => part.length > 1 && part.length < 30 && BODY.test(part)),
};
