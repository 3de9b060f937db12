import { ExtractModule } from '@app/capability';
import { Module } from '@nestjs/common';
import { FilesApiModule } from '../../files/files-api.module.js';
import { ExtractResolver } from './extract.resolver.js';

export const extractResolvers = [ExtractResolver];

/** Signed extracts on the API. */
@Module({ imports: [ExtractModule, FilesApiModule], providers: extractResolvers })
export class ExtractApiModule {}
