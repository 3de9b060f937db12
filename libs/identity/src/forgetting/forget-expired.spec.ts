import { Readable } from 'node:stream';
import type { ForceId } from '@app/platform/context/request-context.js';
import { newId } from '@app/platform/ids/ids.js';
import { DomainWorld } from '@app/platform/testing/domain-world.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Types } from 'mongoose';
import { IdentityModule } from '../identity.module.js';
import type { Upload } from '../roster/upload.js';
import { UploadRepository } from '../roster/upload.repository.js';
import { ForgetExpired } from './forget-expired.js';

const DAY_MS = 24 * 3600 * 1000;

describe('forgetting', () => {
  let world: DomainWorld;

  beforeAll(async () => {
    world = await DomainWorld.of([IdentityModule]);
  });
  afterAll(() => world.close());

  const ago = (days: number) => new Date(world.clock.now().getTime() - days * DAY_MS);

  async function anUpload(days: number): Promise<string> {
    const uploads = world.get(UploadRepository);
    const ids = {
      id: newId<never>(),
      forceId: newId<ForceId>(),
      personId: newId<never>(),
      sessionId: newId<never>(),
    };
    const upload: Upload = { ...ids, fileName: 'roster.csv', expiresAt: ago(days), bytes: null };
    await uploads.add(upload);
    await uploads.arrived(upload, await uploads.store(upload, Readable.from('staff_number\n')));
    return upload.id;
  }

  it('IDN-39 forgets rosters and ended links after 30 days in every force, with their bytes, and nothing newer', async () => {
    const db = world.connection;
    const kept = await anUpload(29);
    await anUpload(31);
    await anUpload(400);
    const ended = (days: number) => ({
      forceId: new Types.ObjectId(),
      personId: new Types.ObjectId(),
      expiresAt: ago(days),
    });
    await db.collection('invitations').insertMany([ended(31), ended(29)]);
    await db.collection('passwordResets').insertMany([ended(31), ended(29), ended(-1)]);
    const made = (days: number) => Types.ObjectId.createFromTime(Math.floor(ago(days).getTime() / 1000));
    await db.collection('rosterErrors').insertMany([{ _id: made(31) }, { _id: made(29) }]);

    const forget = () => world.get(ForgetExpired).execute();
    expect(await forget()).toEqual({ uploads: 2, errors: 1, invitations: 1, resets: 1 });
    expect(await forget()).toEqual({ uploads: 0, errors: 0, invitations: 0, resets: 0 });
    expect((await db.collection('rosterUploads').find().toArray()).map(({ _id }) => String(_id))).toEqual([
      kept,
    ]);
    expect(await db.collection('uploads.files').countDocuments()).toBe(1);
    expect(await db.collection('uploads.chunks').countDocuments()).toBe(1);
  });

  it('IDN-39 goes on where the bytes were forgotten already', async () => {
    const id = await anUpload(60);
    await world.connection.collection('uploads.files').deleteMany({ filename: id });
    expect(await world.get(ForgetExpired).execute()).toMatchObject({ uploads: 1 });
  });
});
