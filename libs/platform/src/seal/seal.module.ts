import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { SIGNING_KEY, signingKeySchema } from './signing-key.schema.js';
import { SigningKeys } from './signing-keys.js';

/** Keys that sign what leaves Lantern as proof. */
@Module({
  imports: [MongooseModule.forFeature([{ name: SIGNING_KEY, schema: signingKeySchema }])],
  providers: [SigningKeys],
  exports: [SigningKeys],
})
export class SealModule {}
