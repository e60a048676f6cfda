@Controller('admin')
//          ^^^^^^^ violationDetected
export class AdminController {
  @Get('users')
  list() {}
}
