@Controller('auth')
@UseGuards(AuthGuard, ThrottlerGuard)
export class AuthController {
  @Post('login')
  login() {}
}
