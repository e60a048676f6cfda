// filename: order.dto.test.ts
class OrderDto {
  id: number;
}
