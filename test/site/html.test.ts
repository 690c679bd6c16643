import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { builtPages } from '../support/dist.ts';
import { pageKinds } from '../support/page-kinds.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      'no-trailing-whitespace': 'off',
      'long-title': 'off', // counted for Latin letters
      'void-style': 'off', // both styles are valid
      'prefer-native-element': 'off',
      'require-sri': 'off', // everything comes from the site itself
    },
  }),
);

const html = new Map(builtPages().map((page) => [page.path, page.html]));

describe('valid HTML', () => {
  it.each(Object.entries(pageKinds()))('%s', async (_kind, path) => {
    const report = await validator.validateString(html.get(path) ?? '');
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });
});
