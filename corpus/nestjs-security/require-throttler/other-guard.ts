@Controller('orders')
@UseGuards(AuthGuard)
export class OrdersController {
  @Get()
//^^^^^^ missingThrottler
  @UseGuards(new ThrottlerGuard())
  list() {}
}
