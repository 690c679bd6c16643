/** The portal's one page. What needs a script is absent without it; the list of sites is not. */
import { escapeXml } from '../site/xml.ts';
import type { Site } from './sites.ts';

const TITLE = '乡镇履职事项清单手册：各地';

/** The page; scripts may fetch from the sites' own origins and from nowhere else. */
export function portalPage(sites: readonly Site[]): string {
  const origins = new Set(sites.flatMap(({ url }) => (/^https?:/.test(url) ? new URL(url).origin : [])));
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    ["connect-src 'self'", ...origins].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeXml(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${TITLE}</title>
    <link rel="stylesheet" href="portal.css">
    <script type="module" src="portal.js"></script>
  </head>
  <body>
    <main>
      <h1>${TITLE}</h1>
      <p class="lead">每个地州一个网站，共 ${sites.length} 个。本站不是政府网站，内容以发布机关的原文为准。</p>
      <search>
        <form id="search" class="search">
          <label for="q">查事项</label>
          <input id="q" name="q" type="search" autocomplete="off" required>
          <span><label for="in">在哪里查</label>
          <select id="in" name="in">${sites.map(({ name }, place) => `<option value="${place}">${escapeXml(name)}</option>`).join('')}</select></span>
          <button type="submit">搜索</button>
        </form>
      </search>
      <section id="found" aria-labelledby="status">
        <div id="status" role="status" tabindex="-1"></div>
        <ol id="results" class="results"></ol>
        <p><button id="more" type="button" hidden>再看</button></p>
        <p><button id="everywhere" type="button" hidden>在全部 ${sites.length} 个地方搜索</button></p>
      </section>
      <h2>找乡镇</h2>
      <p><label for="township">乡镇名</label> <input id="township" type="search" autocomplete="off"></p>
      <ul id="townships"></ul>
      <h2>各地网站</h2>
      <ul>
${sites.map(siteLine).join('\n')}
      </ul>
    </main>
  </body>
</html>
`;
}

const siteLine = ({ name, url, townships, duties }: Site): string =>
  `        <li><a href="${escapeXml(url)}">${escapeXml(name)}</a>：${townships} 个乡镇，${duties} 项事项 · <a href="${escapeXml(url)}townships/">全部乡镇</a></li>`;
