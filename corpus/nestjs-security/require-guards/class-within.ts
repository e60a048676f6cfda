// The last class declaration decides.
@Controller()
class Outer {
  @Get()
//^^^^^^ missingGuards
  before() {
    class Inner {}
    return Inner;
  }

  @Get()
  after() {}
}
