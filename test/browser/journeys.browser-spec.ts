import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '../../apps/web/src/words/dates.js';
import { type Language, messagesOf } from '../../apps/web/src/words/words.js';
import { aRunningLantern, type RunningLantern } from '../support/a-running-lantern.js';
import { aBrowser, aWindow, textOf, type Window } from './a-browser.js';
import { answerRightly, theBank } from './the-bank.js';

const COURSE = 'OLH-101';
const SKILL = 'OLH-02';
const LONDON = 'Europe/London';
/** The item bank, the lessons and the paper are those that ship. */
const BANK = theBank(COURSE);

/** The three journeys, each by its own people: Harbourshire in English, Glan Arian in Welsh; the College in both. */
describe('journeys on the running system', () => {
  let lantern: RunningLantern;
  let browser: Browser;

  beforeAll(async () => {
    browser = await aBrowser();
    lantern = await aRunningLantern();
  }, 300_000);

  afterAll(async () => {
    await browser.close();
    await lantern.stop();
  }, 60_000);

  async function signedIn(key: string, language: Language): Promise<Window> {
    const window = await aWindow(browser, lantern.web);
    const { page } = window;
    await page.goto('/sign-in');
    if (language === 'cy') await page.click('.lantern-header__language button');
    await window.check('sign in');
    const { signIn } = messagesOf(language);
    await page.getByLabel(signIn.identifier).fill(lantern.signIn(key).email);
    await page.getByLabel(signIn.password, { exact: true }).fill('not the password at all');
    await press(window, signIn.submit);
    await window.check('sign in refused');
    await page.getByLabel(signIn.password, { exact: true }).fill(lantern.password);
    await press(window, signIn.submit);
    await page.waitForURL(`${lantern.web}/`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await window.check('home');
    return window;
  }

  for (const [language, force] of [
    ['en', 'harbourshire'],
    ['cy', 'glan-arian'],
  ] as const) {
    const t = messagesOf(language);

    it(`a training lead makes a sitting, an officer learns, sits it and holds the award, and cover moves (${language})`, async () => {
      const lead = await signedIn(`${force}.trainer`, language);
      const officer = await signedIn(`${force}.officer`, language);
      const unit = await unitOf(lead, lantern.signIn(`${force}.officer`).name, language);
      const before = await inDate(lead, unit);

      await makeSitting(lead, language);
      await learn(officer, language);
      await book(officer, language);
      await openSitting(officer, language);
      const desktop = await signedIn(`${force}.officer`, language);
      await sit(officer, desktop, language);

      await officer.page.getByRole('link', { name: t.result.award }).click();
      await officer.check('awards');
      await officer.page.locator('main table a').first().click();
      await officer.check('award');
      const today = Temporal.Now.plainDateISO(LONDON);
      const certificate = await textOf(officer.page.locator('main'));
      expect(certificate).toContain(lantern.signIn(`${force}.officer`).name);
      expect(certificate).toContain(dateInWords(language, today.toString()));
      expect(certificate).toContain(dateInWords(language, today.add({ months: 12 }).toString()));

      await officer.page.goto('/standing');
      await officer.check('standing');
      expect(await textOf(officer.page.locator('main'))).toContain(`(${SKILL})`);

      await until(lead, async () => (await inDate(lead, unit)) === before + 1);
      await lead.check('cover');
      await lead.page.locator(coverLink).click();
      await lead.check('cover over twelve months');
      const months = lead.page.locator('main table tbody tr');
      expect(await months.count()).toBe(13);
      expect([...lead.complaints, ...officer.complaints, ...desktop.complaints]).toEqual([]);
      await lead.close();
      await desktop.close();
      await officer.close();
    }, 420_000);

    it(`an author corrects a lesson, a colleague approves, and it is published (${language})`, async () => {
      const author = await signedIn('college.author', language);
      const { page } = author;
      const sentence =
        language === 'en' ? 'Write down why you chose the section.' : 'Nodwch pam y dewisoch yr adran.';
      await page.goto(`/authoring/${COURSE}`);
      await author.check('draft');
      const versionBefore = await versionOf(author);
      await page
        .getByRole('link', { name: new RegExp(`^${t.authoring.correct}`) })
        .nth(1)
        .click();
      await author.check('parts');
      const parts = page.url();
      await page.locator('main table a').first().click();
      await author.check('part');
      if (language === 'cy') {
        await page.getByRole('link', { name: t.block.switchTo(t.block.welsh) }).click();
        await author.check('part in Welsh');
      }
      const text = page.getByLabel(t.block.markdown);
      const markdown = await text.inputValue();
      await text.fill('');
      await press(author, t.block.save);
      await author.check('part without text');
      await page.getByLabel(t.block.markdown).fill(`${markdown}\n\n${sentence}`);
      await press(author, t.block.save);
      await author.check('parts after the correction');
      expect(page.url()).toBe(parts);
      await page.getByRole('link', { name: t.authoring.preview, exact: true }).click();
      await author.check('preview');
      expect(await textOf(page.locator('main'))).toContain(sentence);

      await page.goto(`/authoring/${COURSE}`);
      await press(author, t.authoring.send);
      await author.check('draft in review');
      const reviewer = await signedIn('college.reviewer', language);
      await reviewer.page.goto(`/authoring/${COURSE}`);
      await press(reviewer, t.authoring.approve);
      await reviewer.check('draft approved');
      expect(await textOf(reviewer.page.locator('main'))).toContain(t.authoring.approved);

      await page.goto(`/authoring/${COURSE}`);
      await page.getByRole('button', { name: t.authoring.publish }).click();
      await author.check('publish');
      await press(author, t.publish.submit);
      await author.check('publish without a choice');
      await page.getByLabel(t.publish.changes.MINOR, { exact: true }).check();
      await page.getByLabel(t.publish.note).fill(sentence);
      await press(author, t.publish.submit);
      await author.check('published');
      expect(await textOf(page.locator('main'))).toContain(t.publish.done(versionBefore + 1));
      expect(await versionOf(author)).toBe(versionBefore + 1);
      expect([...author.complaints, ...reviewer.complaints]).toEqual([]);
      await author.close();
      await reviewer.close();
    }, 240_000);
  }

  it('an officer signs in, reads and comes back without JavaScript', async () => {
    const window = await aWindow(browser, lantern.web, { withoutScript: true });
    const { page } = window;
    const t = messagesOf('en');
    await page.goto(`/courses/${COURSE}`);
    await page.getByLabel(t.signIn.identifier).fill(lantern.signIn('harbourshire.officer001').email);
    await page.getByLabel(t.signIn.password, { exact: true }).fill(lantern.password);
    await page.getByRole('button', { name: t.signIn.submit }).click();
    expect(new URL(page.url()).pathname).toBe(`/courses/${COURSE}`);
    const enrol = page.getByRole('button', { name: t.course.enrol });
    if ((await enrol.count()) > 0) await enrol.click();
    await page
      .getByRole('button', { name: t.course.resume })
      .or(page.locator('main a[href*="/activities/"]').first())
      .first()
      .click();
    expect(new URL(page.url()).pathname).toContain('/activities/');
    await page.click('.lantern-header__language button');
    expect(new URL(page.url()).pathname).toContain('/activities/');
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
    expect(window.complaints).toEqual([]);
    await window.close();
  }, 120_000);
});

async function press({ page }: Window, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).click();
}

/** Asks again, page by page, until the claim holds; the test's own time limit ends it. */
async function until(window: Window, claim: () => Promise<boolean>): Promise<void> {
  while (!(await claim())) await window.page.reload();
}

const coverLink = `a[href*="roleId=response-officer"][href*="skillId=${SKILL}"]`;

/** The unit in which a person is posted, as the page of people says. */
async function unitOf(window: Window, name: string, language: Language): Promise<string> {
  const { page } = window;
  const t = messagesOf(language);
  await page.goto('/desk/people');
  await window.check('people');
  await page.getByLabel(t.people.search).fill(name.split(' ').at(-1) ?? name);
  await page.locator('main').getByRole('button', { name: t.people.find }).click();
  await window.check('people found');
  return textOf(page.locator('tr', { hasText: name }).locator('td').nth(2));
}

/** How many response officers of the unit are in date for the skill today. */
async function inDate({ page }: Window, unit: string): Promise<number> {
  await page.goto('/desk/cover');
  const option = page.locator('#unitId option', { hasText: unit });
  await page.selectOption('#unitId', (await option.getAttribute('value')) ?? '');
  await page.locator('main form button').click();
  return Number(
    await textOf(
      page
        .locator('tr', { has: page.locator(coverLink) })
        .locator('td')
        .nth(2),
    ),
  );
}

/** A sitting that opens at a full minute, at least half a minute from now, and stays open for two hours. */
async function makeSitting(window: Window, language: Language): Promise<void> {
  const { page } = window;
  const t = messagesOf(language);
  await page.goto('/desk/sittings');
  await window.check('sittings');
  await page.getByRole('button', { name: t.desk.make }).click();
  await window.check('make a sitting');
  await press(window, t.desk.submit);
  await window.check('make a sitting, empty');
  const opens = Temporal.Now.zonedDateTimeISO(LONDON)
    .add({ seconds: 30 })
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  const closes = opens.add({ hours: 2 });
  await page.selectOption('#courseCode', COURSE);
  for (const [field, at] of [
    ['opensAt', opens],
    ['closesAt', closes],
  ] as const) {
    await page.fill(`#${field}`, String(at.day));
    await page.fill(`#${field}-month`, String(at.month));
    await page.fill(`#${field}-year`, String(at.year));
    await page.fill(`#${field}-time`, `${at.hour}:${String(at.minute).padStart(2, '0')}`);
  }
  await page.fill('#seats', '10');
  await page.getByLabel(t.desk.modes.ONLINE, { exact: true }).check();
  await press(window, t.desk.submit);
  await window.check('the sitting made');
  expect(await textOf(page.locator('main'))).toContain(t.desk.made);
}

/** Starts the course, reads its first lesson, answers a quick check, and opens a part that carries a warning. */
async function learn(window: Window, language: Language): Promise<void> {
  const { page } = window;
  const t = messagesOf(language);
  await page.goto('/courses');
  await window.check('courses');
  await page.goto(`/courses/${COURSE}`);
  await window.check('course before it is begun');
  await press(window, t.course.enrol);
  await window.check('course');
  await page.getByRole('button', { name: t.course.resume }).click();
  await window.check('lesson');
  const check = page.locator('form', { has: page.getByRole('button', { name: t.lesson.answer }) }).first();
  await check.getByRole('button', { name: t.lesson.answer }).click();
  await window.check('quick check without an answer');
  await check.locator('input[name=choices]').first().check();
  await check.getByRole('button', { name: t.lesson.answer }).click();
  await window.check('quick check answered');
  expect(await textOf(check)).toContain(t.lesson.rightAnswer);
  await page.goto(`/courses/${COURSE}`);
  await page.locator('main li a[href*="/activities/"]').nth(2).click();
  await window.check('lesson with a warned part');
  const shut = page.getByRole('button', { name: t.lesson.show });
  const count = await shut.count();
  expect(count).toBeGreaterThan(0);
  await shut.first().click();
  await window.check('lesson with its warned part shown');
  expect(await page.getByRole('button', { name: t.lesson.show }).count()).toBe(count - 1);
}

async function book(window: Window, language: Language): Promise<void> {
  const { page } = window;
  const t = messagesOf(language);
  await page.goto(`/courses/${COURSE}`);
  await page.locator('main a[href^="/sittings/"]').last().click();
  await window.check('sitting');
  await press(window, t.sitting.book);
  await window.check('place booked');
  expect(await textOf(page.locator('main'))).toContain(t.sitting.bookedNow);
}

/** The sitting opens by itself at its time. */
async function openSitting(window: Window, language: Language): Promise<void> {
  const start = window.page.getByRole('button', { name: messagesOf(language).sitting.start });
  await until(window, async () => (await start.count()) > 0);
  await window.check('sitting open');
}

/** Sits the paper, every answer right, with a wrong turn or two on the way, and one question from another device. */
async function sit(window: Window, desktop: Window, language: Language): Promise<void> {
  const { page } = window;
  const t = messagesOf(language);
  await page.getByRole('button', { name: t.sitting.start }).click();
  await window.check('first question');
  await press(window, t.attempt.save);
  await window.check('question without an answer');
  const count = await page.locator('.lantern-numbers li').count();
  for (let number = 1; number <= count; number++) {
    await window.check(`question ${number}`);
    await answerRightly(page, BANK, language);
    if (number === 2) await carryOnElsewhere(window, desktop, language);
    else await press(window, t.attempt.save);
  }
  await window.check('review');
  expect(await textOf(page.locator('main'))).toContain(t.review.all);
  await press(window, t.review.submit);
  await window.check('handing in without the tick');
  await page.getByLabel(t.review.sure).check();
  await press(window, t.review.submit);
  await window.check('result');
  expect(await textOf(page.locator('main'))).toContain(t.result.passed);
}

/** The same question is answered on another device; here the page says so, and takes the attempt back when asked. */
async function carryOnElsewhere(window: Window, desktop: Window, language: Language): Promise<void> {
  const { attempt } = messagesOf(language);
  await desktop.page.goto(new URL(window.page.url()).pathname);
  await desktop.check('attempt on another device');
  await press(desktop, attempt.continueHere);
  await answerRightly(desktop.page, BANK, language);
  await press(desktop, attempt.save);

  await press(window, attempt.save);
  await window.check('attempt taken up elsewhere');
  expect(await textOf(window.page.locator('main'))).toContain(attempt.elsewhere);
  await press(window, attempt.continueHere);
  await answerRightly(window.page, BANK, language);
  await press(window, attempt.save);
}

/** The number of the course's published version, as the draft page says. */
async function versionOf({ page }: Window): Promise<number> {
  return Number(/\d+/.exec(await textOf(page.locator('main > p').first()))?.[0]);
}
