@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  private load() {}

  @Get()
  _internal() {}
}

@Injectable()
export class OrdersService {
  @Get()
  list() {}
}
