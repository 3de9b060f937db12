import type { Words } from '@app/platform/context/words.js';
import { Fault } from '@app/platform/refusal/fault.js';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { BroughtRule, Certification } from './certification.js';
import { CERTIFICATION, type StoredCertification } from './certification.schema.js';

/** Adds certifications and appends rule versions. */
@Injectable()
export class CertificationRepository {
  constructor(@InjectModel(CERTIFICATION) private readonly certifications: Model<StoredCertification>) {}

  /** Adds a certification. A code that is taken fails as a duplicate key. */
  async add(certification: Certification): Promise<void> {
    await this.certifications.create([{ ...certification, rules: [...certification.rules] }]);
  }

  /** Appends a rule version to a certification as it was at its revision. */
  async append(
    { code, revision }: Pick<Certification, 'code' | 'revision'>,
    next: { rule: BroughtRule; title: Words },
  ): Promise<void> {
    const saved = await this.certifications.updateOne(
      { code, revision },
      { $push: { rules: next.rule }, $set: { title: next.title }, $inc: { revision: 1 } },
    );
    if (saved.matchedCount === 0) throw new Fault('CONFLICT');
  }
}
