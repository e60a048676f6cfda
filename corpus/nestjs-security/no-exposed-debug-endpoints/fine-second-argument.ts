// Of a route's decorator the path alone is looked at.
export class Orders {
  @Get('orders', 'test')
  list() {}
}
