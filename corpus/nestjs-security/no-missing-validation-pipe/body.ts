import { Body, Controller, Post } from '@nestjs/common';
import { CreateOrderDto } from './create-order.dto';

@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() order: CreateOrderDto) {
  //             ^^^^^^^^^^^^^^^^^^^^^ missingValidation
    return this.orders.create(order);
  }
}
