// options: {"endpoints": ["/metrics"]}
@Controller()
export class Metrics {
  @Get('/metrics/raw')
  //   ^^^^^^^^^^^^^^ violationDetected
  raw() {}

  name = 'metrics';
  //     ^^^^^^^^^ violationDetected

  role = 'admin';
}
