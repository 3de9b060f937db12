import { IdentityModule } from '@app/identity';
import { FilesModule } from '@app/platform/files/files.module.js';
import { Module } from '@nestjs/common';
import { Identify } from '../edge/auth.guard.js';
import { FileRoute } from './file.route.js';
import { FileAddresses } from './file-addresses.js';

/** The API edge of files. Other edges import it to show addresses. */
@Module({
  imports: [IdentityModule, FilesModule],
  providers: [Identify, FileAddresses, FileRoute],
  exports: [FileAddresses],
})
export class FilesApiModule {}
