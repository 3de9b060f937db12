import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { type Language, messagesOf } from '../../apps/web/src/words/words.js';
import { textOf } from './a-browser.js';

type Text = string | { en: string; cy?: string };
interface Option {
  readonly id: string;
  readonly text: Text;
}
interface Item {
  readonly type: 'single' | 'multiple' | 'true-false' | 'order' | 'match' | 'numeric' | 'short-text';
  readonly use: string;
  readonly stem: Text;
  readonly options?: readonly Option[];
  readonly targets?: readonly Option[];
  readonly key?: readonly string[] | boolean | Record<string, string>;
  readonly answer?: number;
  readonly accepted?: readonly string[];
}

/** The shipped items of a course, as its authors wrote them: what a candidate who knows the course would answer. */
export function theBank(courseCode: string): Item[] {
  const folder = `content/courses/${courseCode}/items`;
  return readdirSync(folder).flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as Item[]);
}

/** Answers the question on the page rightly, by its words alone. */
export async function answerRightly(page: Page, bank: readonly Item[], language: Language): Promise<void> {
  const shown = await textOf(page.locator('main form[action*="/questions/"]'));
  const item = bank.find(
    ({ use, stem }) => use === 'paper' && both(stem).some((text) => shown.includes(squeezed(text))),
  );
  if (item === undefined) throw new Error(`No shipped item has this question: ${shown}`);
  await WAYS[item.type]({ page, item, language });
}

interface Asked {
  readonly page: Page;
  readonly item: Item;
  readonly language: Language;
}

/** How a person answers each kind of question. */
const WAYS: Record<Item['type'], (asked: Asked) => Promise<void>> = {
  single: chooseAll,
  multiple: chooseAll,
  'true-false': async ({ page, item, language }) => {
    const { isTrue, isFalse } = messagesOf(language).attempt;
    await page.getByLabel(item.key === true ? isTrue : isFalse, { exact: true }).check();
  },
  order: async ({ page, item }) => {
    for (const [index, id] of (item.key as string[]).entries()) {
      await (await labelled(page, named(item.options, id))).selectOption(String(index + 1));
    }
  },
  match: async ({ page, item }) => {
    for (const [left, right] of Object.entries(item.key as Record<string, string>)) {
      const select = await labelled(page, named(item.options, left));
      const options = await select.locator('option').allInnerTexts();
      const wanted = both(named(item.targets, right)).find((text) => options.includes(text));
      await select.selectOption({ label: wanted ?? '' });
    }
  },
  numeric: ({ page, item }) => page.fill('#answer', String(item.answer)),
  'short-text': ({ page, item }) => page.fill('#answer', item.accepted?.[0] ?? ''),
};

async function chooseAll({ page, item }: Asked): Promise<void> {
  for (const id of item.key as string[]) await choose(page, named(item.options, id));
}

async function choose(page: Page, text: Text): Promise<void> {
  await (await labelled(page, text)).check();
}

async function labelled(page: Page, text: Text) {
  for (const each of both(text)) {
    const control = page.locator('main form[action*="/questions/"]').getByLabel(each, { exact: true });
    if ((await control.count()) === 1) return control;
  }
  throw new Error(`No control is called ${JSON.stringify(text)}`);
}

function named(options: readonly Option[] | undefined, id: string): Text {
  const found = options?.find((option) => option.id === id);
  if (found === undefined) throw new Error(`No option ${id}`);
  return found.text;
}

function both(text: Text): string[] {
  const texts = typeof text === 'string' ? [text] : [text.en, text.cy ?? ''];
  return texts.map((each) => each.trim()).filter((each) => each !== '');
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
