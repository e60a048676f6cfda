@Controller('orders')
export class OrdersController {
  @Post()
  @UsePipes(new ValidationPipe({ whitelist: true }))
  create(@Body() order: CreateOrderDto) {}

  @Patch()
  @UsePipes(ValidationPipe)
  change(@Body() order: ChangeOrderDto) {}
}
