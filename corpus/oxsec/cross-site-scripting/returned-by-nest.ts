import { Controller, Get, Query, Res } from '@nestjs/common';

@Controller('hello')
export class HelloController {
  @Get()
  hello(@Query('name') name: string) {
    return `<h1>Hello ${name}</h1>`;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
