export class CreateOrderDto {
  @IsInt()
  @Min(1)
  quantity: number;

  @ValidateNested({ each: true })
  @Type(() => LineDto)
  lines: LineDto[];

  @IsOptional()
  note?: string;
}
