import { Body, Controller, Patch } from '@nestjs/common';
import { ConfigService } from './config.service';

@Controller('configs')
export class ConfigController {
  constructor(private configService: ConfigService) {}

  @Patch()
  async updateMany(@Body() changes: { key: string }[]) {
    await this.configService.updateMany(changes);
  }
}
