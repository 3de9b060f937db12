import { theStylesheet } from './static-files.js';

describe('the stylesheet', () => {
  it('carries neither the typeface nor the crest that only government services may use', () => {
    const css = theStylesheet();
    expect(css).toContain('.govuk-button');
    expect(css).toContain('system-ui');
    expect(css).not.toContain('GDS Transport');
    expect(css).not.toContain('@font-face');
    expect(css).not.toContain('crest.svg');
  });
});
