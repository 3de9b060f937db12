import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium as the machine has it: Debian's own, else the one that the package brings. */
export async function aBrowser(): Promise<Browser> {
  const executablePath = existsSync(DEBIAN) ? DEBIAN : await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

/** One person's browser window. Everything that must not happen on any page is collected in `complaints`. */
export interface Window {
  readonly page: Page;
  readonly complaints: string[];
  /** Holds the page as it stands against WCAG 2.2 AA and the house rules; names the state in the complaint. */
  check(state: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh window on the given origin. `withoutScript` switches JavaScript off; `withPolicy` leaves the content policy on, so that `check` cannot be used. */
export async function aWindow(
  browser: Browser,
  origin: string,
  options: { withoutScript?: boolean; withPolicy?: boolean } = {},
): Promise<Window> {
  const context: BrowserContext = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: options.withoutScript !== true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // The checker needs a script of its own in the page; that the pages keep their policy is a case of pages.browser-spec.
    bypassCSP: options.withoutScript !== true && options.withPolicy !== true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) complaints.push(`request to another origin: ${request.url()}`);
  });
  return { page, complaints, check: (state) => check(page, complaints, state), close: () => context.close() };
}

/** Chromium writes each answer of 4xx to the console; a page that answers a wrong form does so on purpose. */
function isExpected(text: string): boolean {
  return /the server responded with a status of (401|403|404|422)/.test(text);
}

async function check(page: Page, complaints: string[], state: string): Promise<void> {
  const axe = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  for (const { id, nodes } of axe.violations) {
    complaints.push(`${state}: axe ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }
  const title = await page.title();
  const isError = (await page.locator('.govuk-error-summary').count()) > 0;
  const lang = await page.locator('html').getAttribute('lang');
  const prefix = lang === 'cy' ? 'Gwall:' : 'Error:';
  if (isError !== title.startsWith(prefix)) complaints.push(`${state}: the title is “${title}”`);
  const text = await textOf(page.locator('body'));
  const odd = /\b(undefined|NaN|\[object|null)\b|\{\{/.exec(text);
  if (odd !== null) complaints.push(`${state}: the page shows “${odd[0]}”`);
}

/** What stands there, spaces drawn together. */
export async function textOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
}
