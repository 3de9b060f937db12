import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { actingPerson, type RequestContext } from '../context/request-context.js';
import { newId } from '../ids/ids.js';
import { Timetable } from '../jobs/timetable.js';
import { isDuplicateKey, UnitOfWork } from '../mongo/unit-of-work.js';
import { ByteStore, type BytesAt, type BytesId } from './byte-store.js';
import { type Census, CountingStream } from './census.js';
import { claimOf, fileName, mustBeItsType, tooLarge } from './content-rules.js';
import { fileStored } from './events.js';
import { type FileId, type IncomingFile, type StoredFile, UNUSED_MS } from './file.js';
import { FileRepository } from './file.repository.js';
import type { FilePurpose } from './file-purpose.js';
import { discardBytes, dueKey, sweepFile } from './jobs.js';
import { type MediaType, PICTURES } from './media-types.js';
import { HEADER_BYTES, mustBeBearable, redrawn } from './picture.js';
import { VirusScanner } from './scanner.js';

/** Bytes that are written and that no file holds yet. */
interface Loose extends Census {
  readonly at: BytesAt;
}

/**
 * Takes files in. The bytes go to the store as they come and are judged there; a file exists only once all of it was found good,
 * and what was refused is removed. Not to be called inside a unit of work: bytes take their time.
 */
@Injectable()
export class FileStore {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileRepository,
    private readonly bytes: ByteStore,
    private readonly scanner: VirusScanner,
    private readonly timetable: Timetable,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps a file. Whether the sender may is asked before. Refuses as PLT-01 to PLT-07 say, and then keeps nothing. */
  async put(ctx: RequestContext, incoming: IncomingFile): Promise<StoredFile> {
    const { purpose } = incoming;
    const name = fileName(incoming.name);
    const claimed = claimOf(purpose, name, incoming.declaredType);
    if ((incoming.announcedBytes ?? 0) > purpose.mostBytes) throw tooLarge(purpose);

    const received = await this.receive(
      ctx,
      purpose,
      Buffer.isBuffer(incoming.bytes) ? Readable.from([incoming.bytes]) : incoming.bytes,
    );
    return this.orDiscard(received, async () => {
      await this.judge({ claimed, purpose }, received);
      if (purpose.keepsBytes || !PICTURES.has(claimed))
        return this.record(ctx, { name, claimed, purpose }, received);
      const drawn = await this.redraw(ctx, { claimed, purpose }, received);
      const file = await this.orDiscard(drawn, () => this.record(ctx, { name, claimed, purpose }, drawn));
      await this.discard(received);
      return file;
    });
  }

  private async receive(ctx: RequestContext, purpose: FilePurpose, source: Readable): Promise<Loose> {
    const at: BytesAt = { purpose: purpose.name, id: newId<BytesId>() };
    // Should this process go down in the middle, the row removes what it wrote.
    await this.timetable.set(ctx, discardBytes, {
      key: dueKey.discardBytes(at.id),
      dueAt: this.in24Hours(),
      payload: { bytesId: at.id, purpose: purpose.name },
    });
    const counting = new CountingStream(purpose.mostBytes, () => tooLarge(purpose));
    try {
      await Promise.all([pipeline(source, counting), this.bytes.write(at, counting)]);
    } catch (error) {
      await this.discard({ at });
      throw error;
    }
    return { at, ...counting.census() };
  }

  private async judge(
    { claimed, purpose }: { claimed: MediaType; purpose: FilePurpose },
    { at, ...census }: Loose,
  ): Promise<void> {
    // Sniffing takes the mark of UTF-16 for sound; what reads as letters throughout needs none.
    const isOther = purpose.anyEncoding === true && !census.isText && census.isOtherText;
    if (!isOther) await mustBeItsType(claimed, census, () => this.bytes.read(at));
    await this.scanner.mustBeClean(() => this.bytes.read(at));
    if (!PICTURES.has(claimed)) return;
    const end = Math.min(census.size, HEADER_BYTES) - 1;
    await mustBeBearable(this.bytes.read(at, { start: 0, end }), claimed);
  }

  private async redraw(
    ctx: RequestContext,
    { claimed, purpose }: { claimed: MediaType; purpose: FilePurpose },
    received: Loose,
  ): Promise<Loose> {
    const picture = await redrawn(claimed, await buffer(this.bytes.read(received.at)));
    return this.receive(ctx, purpose, Readable.from([picture]));
  }

  private async record(
    ctx: RequestContext,
    { name, claimed, purpose }: { name: string; claimed: MediaType; purpose: FilePurpose },
    { at, size, sha256 }: Loose,
  ): Promise<StoredFile> {
    const file: StoredFile = {
      id: newId<FileId>(),
      forceId: purpose.tenancy === 'national' ? null : ctx.force.forceId,
      personId: actingPerson(ctx) ?? null,
      purpose: purpose.name,
      name,
      mediaType: claimed,
      size,
      sha256,
      uploadedAt: this.clock.now(),
      usedAt: null,
    };
    const add = () => this.add(ctx, file, at);
    // The same bytes arrived at the same moment: now they are known.
    const isNew = await add().catch((error: unknown) =>
      isDuplicateKey(error) ? add() : Promise.reject(error as Error),
    );
    if (!isNew) await this.discard({ at });
    return file;
  }

  private add(ctx: RequestContext, file: StoredFile, at: BytesAt): Promise<boolean> {
    return this.work.run(ctx, async (announce) => {
      const isNew = await this.files.add(file, at);
      if (isNew) await this.timetable.cancel(dueKey.discardBytes(at.id));
      await this.timetable.set(ctx, sweepFile, {
        key: dueKey.sweepFile(file.id),
        dueAt: this.in24Hours(),
        payload: { fileId: file.id },
      });
      const { id: fileId, purpose, mediaType, size, sha256, name } = file;
      announce(fileStored({ fileId, purpose, mediaType, size, sha256 }, { payload: { name } }));
      return isNew;
    });
  }

  private async orDiscard<T>(loose: Loose, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.discard(loose);
      throw error;
    }
  }

  private async discard({ at }: { at: BytesAt }): Promise<void> {
    await this.bytes.remove(at);
    await this.timetable.cancel(dueKey.discardBytes(at.id));
  }

  private in24Hours(): Date {
    return new Date(this.clock.now().getTime() + UNUSED_MS);
  }
}
