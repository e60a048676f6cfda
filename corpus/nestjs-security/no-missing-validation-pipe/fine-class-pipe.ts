@UsePipes(TrimPipe, new ValidationPipe())
@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() order: CreateOrderDto) {}
}
