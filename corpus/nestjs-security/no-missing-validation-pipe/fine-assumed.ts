// options: {"assumeGlobalPipes": true}
@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() order: CreateOrderDto) {}
}
