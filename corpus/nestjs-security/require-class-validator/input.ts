@InputType()
export class OrderInput {
  @Field()
//^^^^^^^^ missingValidator
  product: string;

  [computed]: string;
//^^^^^^^^^^^^^^^^^^^ missingValidator
}
