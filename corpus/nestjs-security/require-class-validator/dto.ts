import { IsString } from 'class-validator';

export class CreateOrderDto {
  @IsString()
  product: string;

  quantity: number;
//^^^^^^^^^^^^^^^^^ missingValidator

  @ApiProperty()
//^^^^^^^^^^^^^^ missingValidator
  note?: string;
}
