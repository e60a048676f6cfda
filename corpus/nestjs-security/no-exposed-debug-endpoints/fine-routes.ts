@Controller('orders')
export class OrdersController {
  @Get(':id')
  show(@Param('id') id: string) {
    return id;
  }

  @Post(`debug/${0}`)
  create() {}
}
