import { author } from './cy/author.js';
import { everyone } from './cy/everyone.js';
import { fair } from './cy/fair.js';
import { lead } from './cy/lead.js';
import { officer } from './cy/officer.js';
import { test } from './cy/test.js';
import type { Messages } from './en.js';

/** Every sentence of the pages, in Welsh. All of it is draft: no Welsh translator has checked it yet. */
export const cy: Messages = { ...everyone, ...officer, ...test, ...author, ...lead, ...fair };
