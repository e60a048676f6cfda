export class SessionDto {
  id: string;
  readonly refreshToken: string;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ exposedField
  private otp?: string;
//^^^^^^^^^^^^^^^^^^^^^ exposedField
}
