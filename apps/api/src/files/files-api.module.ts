import { IdentityModule } from '@app/identity';
import { FilesModule } from '@app/platform/files/files.module.js';
import { SealModule } from '@app/platform/seal/seal.module.js';
import { Module } from '@nestjs/common';
import { Identify } from '../edge/auth.guard.js';
import { FileRoute } from './file.route.js';
import { FileAddresses } from './file-addresses.js';
import { KeysController } from './keys.controller.js';

/** The API edge of files. Other edges import it to show addresses. */
@Module({
  imports: [IdentityModule, FilesModule, SealModule],
  controllers: [KeysController],
  providers: [Identify, FileAddresses, FileRoute],
  exports: [FileAddresses],
})
export class FilesApiModule {}
