/** What the environment says of the site: where it will stand, and where readers report errors. */

const { SITE_URL, BASE_PATH = '/', REPORT_URL, REPORT_MAIL } = process.env;

export const SITE_NAME = '乡镇履职事项清单手册';
/** Stands on every page. */
export const DISCLAIMER = '本站不是政府网站，内容以发布机关的原文为准。';

/** A folder would be lost: addresses are made from the origin and BASE_PATH. */
if (SITE_URL && (!URL.canParse(SITE_URL) || new URL(SITE_URL).pathname !== '/'))
  throw new Error(
    `SITE_URL（${SITE_URL}）应是协议加域名，如 https://example.org；域名之后的路径写在 BASE_PATH`,
  );

/** The site's origin without a trailing slash; null where it is not known. */
export const SITE_ORIGIN = SITE_URL ? new URL(SITE_URL).origin : null;

/** The site's whole address, base path included, without a trailing slash; null where it is not known. */
export const SITE_ADDRESS = SITE_URL ? new URL(BASE_PATH, SITE_URL).href.replace(/\/$/, '') : null;

/** Where a reader reports an error: an issue form (REPORT_URL) or a mail address (REPORT_MAIL); neither is required. */
export const REPORT = { url: REPORT_URL || null, mail: REPORT_MAIL || null };
