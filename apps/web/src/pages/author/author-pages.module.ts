import { Module } from '@nestjs/common';
import { CorrectBlockPage } from './block/correct-block.page.js';
import { PartsPage } from './block/parts.page.js';
import { AuthoringPage } from './draft/authoring.page.js';
import { DraftPage } from './draft/draft.page.js';
import { PublishPage } from './publish/publish.page.js';

/** The pages of those who write, review and publish courses. */
@Module({ controllers: [AuthoringPage, PublishPage, DraftPage, PartsPage, CorrectBlockPage] })
export class AuthorPagesModule {}
