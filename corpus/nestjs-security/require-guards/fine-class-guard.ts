@Controller('orders')
@UseGuards(JwtGuard, RolesGuard)
export class OrdersController {
  @Get()
  list() {}

  @Post()
  create() {}
}
