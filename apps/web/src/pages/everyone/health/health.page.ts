import { Controller, Get } from '@nestjs/common';
import { Open } from '../../../pipeline/guards.js';

/** For machines that watch: the web process answers. */
@Open()
@Controller('healthz')
export class HealthPage {
  @Get()
  show(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
