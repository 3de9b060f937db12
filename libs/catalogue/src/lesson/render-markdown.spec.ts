import { englishOnly } from '@app/platform/context/words.js';
import { describe, expect, it } from '@jest/globals';
import { RenderedText, renderMarkdown } from './render-markdown.js';

describe('rendering a text', () => {
  it.each([
    [
      'CAT-15 renders CommonMark',
      'Know **this**:\n\n1. one\n2. two',
      '<p>Know <strong>this</strong>:</p>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>',
    ],
    [
      'CAT-15 shows HTML as text',
      '<script>alert(1)</script>',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    ],
    ['CAT-15 leads nowhere by script', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    ['CAT-15 leads to https only', '[x](http://a.example)', '<p><a rel="noopener noreferrer">x</a></p>'],
    ['CAT-15 loads no picture', '![x](https://a.example/x.png)', '<p></p>'],
    ['CAT-15 leaves the page’s own heading alone', '# Title', '<h2>Title</h2>'],
  ])('%s', (_name, text, html) => {
    expect(renderMarkdown(text)).toBe(html);
  });

  it('keeps what was rendered for a published block, and nothing of a draft', () => {
    const rendered = new RenderedText();
    const first = rendered.html('v/a/b', englishOnly('One'));
    expect(rendered.html('v/a/b', englishOnly('One'))).toBe(first);
    expect(rendered.html(null, englishOnly('Two'))).not.toBe(rendered.html(null, englishOnly('Two')));
    expect(first).toEqual({ en: '<p>One</p>', cy: null, cyState: 'absent' });
  });
});
