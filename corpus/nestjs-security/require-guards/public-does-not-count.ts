// options: {"allowPublicDecorator": false}
@Controller()
class PagesController {
  @Public()
//^^^^^^^^^ missingGuards
  @Get('imprint')
  imprint() {}
}
