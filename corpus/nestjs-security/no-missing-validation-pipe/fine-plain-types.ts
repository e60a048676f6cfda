@Controller('orders')
export class OrdersController {
  @Get(':id')
  show(@Param('id') id: string, @Query('page') page: number, @Query('all') all: (boolean)) {}

  @Post()
  create(@Body() order, @Body() { id }: CreateOrderDto, @Body() other: OtherDto = {}) {}
}
