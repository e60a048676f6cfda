@Controller
class AnythingController {
  @All
  take(@Body body: any, @Body() text: string) {}
  //         ^^^^^^^^^ missingValidation
}
