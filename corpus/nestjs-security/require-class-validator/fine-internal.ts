export class CreateOrderDto {
  _cache: string;
  #total = 0;
  'quoted': string;

  constructor(readonly id: string) {}

  total(): number {
    return this.#total;
  }
}
