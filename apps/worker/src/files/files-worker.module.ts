import { FilesModule } from '@app/platform/files/files.module.js';
import { Module } from '@nestjs/common';

/** The background work of files: `FilesModule` brings its own handlers, `SweepFile` and `DiscardBytes`. */
@Module({ imports: [FilesModule] })
export class FilesWorkerModule {}
