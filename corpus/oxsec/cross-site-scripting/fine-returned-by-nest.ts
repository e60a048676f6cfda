import { Controller, Get, Header, Query, Render } from '@nestjs/common';

@Controller('hello')
export class HelloController {
  @Get('a')
  data(@Query('name') name: string) {
    return { name, href: name };
  }

  @Get('b')
  @Header('Content-Type', 'text/plain')
  text(@Query('name') name: string) {
    return 'Hello ' + name;
  }

  @Get('c')
  @Render('hello')
  page(@Query('name') name: string) {
    return name;
  }
}
