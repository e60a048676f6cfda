import { Body, Controller, Patch } from '@nestjs/common';
import { Model } from 'mongoose';
import { Setting } from './setting';

@Controller('configs')
export class ConfigController {
  constructor(private settings: Model<Setting>) {}

  @Patch()
  async updateMany(@Body() filter: { key: string }) {
    await this.settings.updateMany(filter, { seen: true });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  }
}
