export class Order {
  id: number;
  product: string;
}

export interface OrderDto {
  id: number;
}
