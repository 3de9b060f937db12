import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ByteStore } from './byte-store.js';
import { DiscardBytes } from './discard-bytes.js';
import { FileReader } from './file.reader.js';
import { FileRepository } from './file.repository.js';
import { fileModels } from './file.schema.js';
import { FileLinks } from './file-links.js';
import { FileStore } from './file-store.js';
import { GridFsBytes } from './gridfs-bytes.js';
import { VirusScanner } from './scanner.js';
import { SweepFile } from './sweep-file.js';
import { UseFiles } from './use-files.js';

/** Files: taken in, kept, handed out by short-lived addresses, swept when nothing uses them. */
@Module({
  imports: [MongooseModule.forFeature(fileModels)],
  providers: [
    { provide: ByteStore, useClass: GridFsBytes },
    FileRepository,
    VirusScanner,
    FileStore,
    FileReader,
    FileLinks,
    UseFiles,
    SweepFile,
    DiscardBytes,
  ],
  exports: [FileStore, FileReader, FileLinks, UseFiles],
})
export class FilesModule {}
