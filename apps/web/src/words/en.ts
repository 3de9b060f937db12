import { author } from './en/author.js';
import { everyone } from './en/everyone.js';
import { fair } from './en/fair.js';
import { lead } from './en/lead.js';
import { officer } from './en/officer.js';
import { test } from './en/test.js';

/** Every sentence of the pages, in English. */
export const en = { ...everyone, ...officer, ...test, ...author, ...lead, ...fair };

/** The shape of the catalogue: a language that lacks a sentence does not compile. */
export type Messages = typeof en;
