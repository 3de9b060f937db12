import { Clock } from '@app/platform/clock/clock.js';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import type { RequestContext } from '@app/platform/context/request-context.js';
import type { FileId } from '@app/platform/files/file.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { UseFiles } from '@app/platform/files/use-files.js';
import { sealedBytes } from '@app/platform/seal/sealed-bytes.js';
import { sealedDocument } from '@app/platform/seal/sealed-document.js';
import { SigningKeys } from '@app/platform/seal/signing-keys.js';
import { Inject, Injectable } from '@nestjs/common';
import type { ExtractContent } from './extract.js';
import { extractPdf } from './extract-pdf.js';
import { extractFile } from './file-purposes.js';

/** Now, and where documents made now say that they can be verified. */
@Injectable()
export class ExtractClock {
  readonly verifyAddress: string;

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.verifyAddress = new URL('/verify', config.PUBLIC_URL).href;
  }

  now(): Date {
    return this.clock.now();
  }
}

/** The two files of an extract. */
export interface PrintedFiles {
  readonly jsonFileId: FileId;
  readonly pdfFileId: FileId;
}

/** Prints extracts: the sealed JSON, and the same as tagged PDF with the JSON inside and a seal of its own. */
@Injectable()
export class ExtractPress {
  constructor(
    private readonly keys: SigningKeys,
    private readonly store: FileStore,
    private readonly uses: UseFiles,
  ) {}

  /** Not to be called inside a unit of work: bytes take their time. */
  async print(ctx: RequestContext, content: ExtractContent): Promise<PrintedFiles> {
    const signer = await this.keys.signer();
    const json = sealedDocument(content, signer);
    const pdf = sealedBytes(await extractPdf(content, json, ctx.language), signer);
    const put = async (name: string, declaredType: string, bytes: Buffer) =>
      (await this.store.put(ctx, { purpose: extractFile, name, declaredType, bytes })).id;
    return {
      jsonFileId: await put(`${content.serial}.json`, 'application/json', json),
      pdfFileId: await put(`${content.serial}.pdf`, 'application/pdf', pdf),
    };
  }

  /** Keeps the files, in the unit of work that remembers the extract. */
  async keep(ctx: RequestContext, { jsonFileId, pdfFileId }: PrintedFiles): Promise<void> {
    await this.uses.execute(ctx, { fileIds: [jsonFileId, pdfFileId], purpose: extractFile });
  }
}
