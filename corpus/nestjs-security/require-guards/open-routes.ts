import { Controller, Delete, Get } from '@nestjs/common';

@Controller('orders')
export class OrdersController {
  @Get()
//^^^^^^ missingGuards
  list() {
    return this.orders.all();
  }

  @Delete(':id')
//^^^^^^^^^^^^^^ missingGuards
  remove(@Param('id') id: string) {}
}
