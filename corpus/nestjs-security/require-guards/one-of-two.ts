@Controller('users')
export class UsersController {
  @Get('me')
  @UseGuards(AuthGuard('jwt'))
  me() {}

  @Patch('me')
//^^^^^^^^^^^^ missingGuards
  async change(@Body() change: ChangeDto): Promise<void> {}
}
