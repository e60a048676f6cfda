@Controller('login')
export class LoginController {
  @Post()
  @Public()
  login() {}

  @Get()
  @AllowAnonymous
  form() {}
}
