@Validated()
class Filter {
  public readonly name!: string;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingValidator
  declare page: number;
//^^^^^^^^^^^^^^^^^^^^^ missingValidator
}

@ApiProperty
export class Other {
  @Type(() => Date) since: Date;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingValidator
}
