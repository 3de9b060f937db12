import { CertificationModule } from '@app/certification';
import { FrameworkModule } from '@app/framework';
import { IdentityModule } from '@app/identity';
import { FilesModule } from '@app/platform/files/files.module.js';
import { SealModule } from '@app/platform/seal/seal.module.js';
import { PracticalsModule } from '@app/practicals';
import { StandingModule } from '@app/standing';
import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ExtractRecords } from './extract.reader.js';
import { EXTRACT, extractSchema } from './extract.schema.js';
import { ExtractFactsReader, StandingSources } from './extract-facts.js';
import { ExtractClock, ExtractPress } from './extract-press.js';
import { MakeExtract } from './make-extract.js';
import { VerifyExtract } from './verify-extract.js';

/** Signed extracts: was this person in date on that day, on what evidence? */
@Module({
  imports: [
    ...[CertificationModule, FrameworkModule, IdentityModule, PracticalsModule, StandingModule],
    ...[FilesModule, SealModule],
    MongooseModule.forFeature([{ name: EXTRACT, schema: extractSchema }]),
  ],
  providers: [
    ...[StandingSources, ExtractFactsReader, ExtractRecords, ExtractClock, ExtractPress],
    ...[MakeExtract, VerifyExtract],
  ],
  exports: [MakeExtract, VerifyExtract, ExtractRecords],
})
export class ExtractModule {}
