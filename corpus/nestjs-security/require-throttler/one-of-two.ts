@Controller('codes')
export class CodesController {
  @Throttle({ default: { limit: 3, ttl: 60_000 } })
  @Post('check')
  check() {}

  @Post('send')
//^^^^^^^^^^^^^ missingThrottler
  async send() {}
}
