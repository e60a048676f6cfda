import { Controller, Post } from '@nestjs/common';

@Controller('auth')
export class AuthController {
  @Post('login')
//^^^^^^^^^^^^^^ missingThrottler
  login(@Body() credentials: CredentialsDto) {}
}
