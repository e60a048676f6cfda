import { Controller, Get, Query, Res } from '@nestjs/common';

@Controller('greet')
export class GreetController {
  @Get()
  greet(@Query('name') name: string, @Res() res) {
    res.send(`<h1>${name}</h1>`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
