import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { PassMark } from './pass-mark.js';
import { PASS_MARK, passMarkOf, type StoredPassMark } from './pass-mark.schema.js';

/** Reads the pass marks that panels led to. National. */
@Injectable()
export class PassMarkReader {
  constructor(@InjectModel(PASS_MARK) private readonly passMarks: Model<StoredPassMark>) {}

  /** The pass mark that an attempt at a component starts with, in whole per cent; null: the course version says it. */
  async of(courseCode: string, componentKey: string): Promise<number | null> {
    return (await this.latest(courseCode, componentKey))?.percent ?? null;
  }

  /** The pass mark that holds; null when no panel has led to one. */
  async latest(courseCode: string, componentKey: string): Promise<PassMark | null> {
    const [latest] = await this.passMarks
      .find({ courseCode, componentKey })
      .sort({ number: -1 })
      .limit(1)
      .lean();
    return latest === undefined ? null : passMarkOf(latest);
  }

  /** All pass marks of a component, newest first. */
  async history(courseCode: string, componentKey: string): Promise<PassMark[]> {
    const stored = await this.passMarks.find({ courseCode, componentKey }).sort({ number: -1 }).lean();
    return stored.map(passMarkOf);
  }
}
