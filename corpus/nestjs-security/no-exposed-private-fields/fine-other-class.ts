export class LoginService {
  private readonly secret: string;
  token = '';
}
