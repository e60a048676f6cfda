@Controller('auth')
export class AuthController {
  @Post('login')
  @UseGuards(ThrottlerGuard)
  login() {}

  @Get('me')
  @SkipThrottle()
  me() {}
}
