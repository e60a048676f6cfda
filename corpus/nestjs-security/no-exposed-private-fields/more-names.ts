// options: {"sensitivePatterns": ["^iban$", "birth"]}
@ObjectType()
class Account {
  iban: string;
//^^^^^^^^^^^^^ exposedField
  dateOfBirth: Date;
//^^^^^^^^^^^^^^^^^^ exposedField
  name: string;
}
