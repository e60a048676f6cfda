@Controller('auth')
export class AuthController {
  hash(password: string) {}

  @OnEvent('login')
  noted() {}
}

@Resolver()
export class AuthResolver {
  @Get()
  me() {}
}
