import { Controller, Get, HttpCode, HttpException } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Allow } from './edge/allow.js';

/** What an operator's probes ask. */
@Controller()
export class HealthController {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** The process answers. */
  @Get('healthz')
  @Allow('public')
  @HttpCode(200)
  live(): string {
    return 'ok';
  }

  /** The process can work: MongoDB answers within its time. */
  @Get('readyz')
  @Allow('public')
  async ready(): Promise<string> {
    try {
      await this.connection.db?.command({ ping: 1 });
      return 'ok';
    } catch {
      throw new HttpException('MongoDB does not answer', 503);
    }
  }
}
