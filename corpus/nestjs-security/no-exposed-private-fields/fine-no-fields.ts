export class UserDto {
  constructor(public password: string) {}

  get token(): string {
    return this.#token;
  }

  #token = '';
  'salt' = '';
}
