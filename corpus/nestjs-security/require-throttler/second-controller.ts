@Controller('a')
@SkipThrottle()
export class First {
  @Get() list() {}
}

@Controller('b')
export class Second {
  @Get() list() {}
//^^^^^^^^^^^^^^^^ missingThrottler
}
