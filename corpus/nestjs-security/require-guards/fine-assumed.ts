// options: {"assumeGlobalGuards": true}
@Controller('orders')
export class OrdersController {
  @Get()
  list() {}
}
