import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Certification } from './certification.js';
import { CERTIFICATION, type StoredCertification } from './certification.schema.js';

/** Certifications with their rule versions. National. */
@Injectable()
export class CertificationReader {
  constructor(@InjectModel(CERTIFICATION) private readonly certifications: Model<StoredCertification>) {}

  /** The certification of that code; null when there is none. */
  async byCode(code: string): Promise<Certification | null> {
    const stored = await this.certifications.findOne({ code }).lean<StoredCertification>();
    return stored === null ? null : certificationOf(stored);
  }

  /** The certifications of these codes, by code. */
  async byCodes(codes: readonly string[]): Promise<ReadonlyMap<string, Certification>> {
    const stored = await this.certifications.find({ code: { $in: codes } }).lean<StoredCertification[]>();
    return new Map(stored.map((each) => [each.code, certificationOf(each)]));
  }

  /** Every certification, by code: some dozens. */
  async all(): Promise<Certification[]> {
    const stored = await this.certifications.find().sort({ code: 1 }).lean<StoredCertification[]>();
    return stored.map(certificationOf);
  }
}

function certificationOf({ code, title, ofCourse, rules, revision }: StoredCertification): Certification {
  return { code, title, ofCourse, rules, revision };
}
