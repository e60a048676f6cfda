import { Controller, Get, Post } from '@nestjs/common';

@Controller('shop')
export class ShopController {
  @Get('debug/state')
  //   ^^^^^^^^^^^^^ violationDetected
  state() {
    return this.orders.dump();
  }

  @Post("users/Admin")
  //    ^^^^^^^^^^^^^ violationDetected
  promote() {}
}
