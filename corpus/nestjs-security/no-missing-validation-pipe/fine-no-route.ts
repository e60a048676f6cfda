@Injectable()
export class OrdersService {
  @Post()
  create(@Body() order: CreateOrderDto) {}
}

@Controller()
export class OrdersController {
  create(@Body() order: CreateOrderDto) {}

  @Get()
  list(@Req() request: Request) {}
}
