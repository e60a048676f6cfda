// options: {"assumeGlobalThrottler": true}
@Controller('auth')
export class AuthController {
  @Post('login')
  login() {}
}
